// Command xmod lets golang.org/x/mod judge what Sarhad wrote: sumdb/note opens its notes, and
// sumdb/tlog checks its proofs and reads its tiles. It is the verifier that the Go checksum
// database runs on, and was written by people who have never heard of us.
//
// It answers these questions, in the manner of package lines:
//
//	version                               the Go that runs this
//	note VKEYS NOTE                       opens NOTE with the keys in VKEYS, one a line; answers its text
//	record T ROOT N LEAF PROOF            checks that LEAF is record N of the tree of T
//	tree T ROOT N OLDROOT PROOF           checks that the tree of N is a prefix of the tree of T
//	read DIR T ROOT N                     proves record N from the tiles in DIR; answers its leaf hash
//	consistent DIR T ROOT N               proves the tree of N from the tiles in DIR; answers its root
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"../lines"
)

func main() {
	lines.Serve(judge)
}

func judge(command string, args *lines.Arguments) ([]byte, error) {
	switch command {
	case "version":
		return []byte(runtime.Version()), nil
	case "note":
		return open(args.Bytes(), args.Bytes())
	case "record":
		t, root, n, leaf, proof := args.Number(), args.Hash(), args.Number(), args.Hash(), args.Hashes()
		return nil, tlog.CheckRecord(proof, t, root, n, leaf)
	case "tree":
		t, root, n, old, proof := args.Number(), args.Hash(), args.Number(), args.Hash(), args.Hashes()
		return nil, tlog.CheckTree(proof, t, root, n, old)
	case "read":
		dir, tree, n := string(args.Bytes()), tlog.Tree{N: args.Number(), Hash: args.Hash()}, args.Number()
		return read(dir, tree, n)
	case "consistent":
		dir, tree, n := string(args.Bytes()), tlog.Tree{N: args.Number(), Hash: args.Hash()}, args.Number()
		return consistent(dir, tree, n)
	}
	return nil, errors.New("no such command")
}

// open opens a note with the keys in vkeys and returns its text.
func open(vkeys, signed []byte) ([]byte, error) {
	var known []note.Verifier
	for _, vkey := range strings.Fields(string(vkeys)) {
		verifier, err := newVerifier(vkey)
		if err != nil {
			return nil, err
		}
		known = append(known, verifier)
	}
	opened, err := note.Open(signed, note.VerifierList(known...))
	if err != nil {
		return nil, err
	}
	return []byte(opened.Text), nil
}

// newVerifier returns a verifier for keys of the type that x/mod knows, and for cosigners' keys.
func newVerifier(vkey string) (note.Verifier, error) {
	name, rest, _ := strings.Cut(vkey, "+")
	id, material, _ := strings.Cut(rest, "+")
	key, err := base64.StdEncoding.DecodeString(material)
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != 0x04 {
		return note.NewVerifier(vkey)
	}
	sum := sha256.Sum256([]byte(name + "\n" + string(key)))
	hash := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", hash) != id {
		return nil, errors.New("verifier key with a wrong id")
	}
	return &cosigner{name, hash, key[1:]}, nil
}

// A cosigner verifies Ed25519 cosignatures, c2sp.org/tlog-cosignature.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }

func (c *cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(message), sig[8:])
}

func read(dir string, tree tlog.Tree, n int64) ([]byte, error) {
	reader := tlog.TileHashReader(tree, tiles{dir})
	hashes, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, n)})
	if err != nil {
		return nil, err
	}
	proof, err := tlog.ProveRecord(tree.N, n, reader)
	if err != nil {
		return nil, err
	}
	return hashes[0][:], tlog.CheckRecord(proof, tree.N, tree.Hash, n, hashes[0])
}

func consistent(dir string, tree tlog.Tree, n int64) ([]byte, error) {
	reader := tlog.TileHashReader(tree, tiles{dir})
	old, err := tlog.TreeHash(n, reader)
	if err != nil {
		return nil, err
	}
	proof, err := tlog.ProveTree(tree.N, n, reader)
	if err != nil {
		return nil, err
	}
	return old[:], tlog.CheckTree(proof, tree.N, tree.Hash, n, old)
}

// tiles reads tiles from a directory laid out as c2sp.org/tlog-tiles has it, which is x/mod's own
// layout for a height of 8, without saying the 8.
type tiles struct{ dir string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.dir, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
