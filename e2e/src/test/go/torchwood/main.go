// Command torchwood lets filippo.io/torchwood judge what Sarhad wrote: tlog-proof, tlog-policy,
// entry bundles, and the paths of tiles. It is the library under the public witness network's tools.
//
// It answers these questions, in the manner of package lines:
//
//	proof POLICY LEAF PROOF     checks a .tlog-proof of the entry with the hash LEAF under POLICY
//	policy POLICY               reads a policy
//	entries DIR T ROOT          reads and authenticates all entries in DIR; answers their number
//	path PATH                   reads a tile path; answers how it would write it
package main

import (
	"context"
	"errors"
	"os"
	"strconv"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"

	"../lines"
)

func main() {
	lines.Serve(judge)
}

func judge(command string, args *lines.Arguments) ([]byte, error) {
	switch command {
	case "proof":
		policy, err := torchwood.ParsePolicy(args.Bytes())
		if err != nil {
			return nil, err
		}
		return nil, torchwood.VerifyProof(policy, args.Hash(), args.Bytes())
	case "policy":
		_, err := torchwood.ParsePolicy(args.Bytes())
		return nil, err
	case "entries":
		return entries(string(args.Bytes()), tlog.Tree{N: args.Number(), Hash: args.Hash()})
	case "path":
		tile, err := torchwood.ParseTilePath(string(args.Bytes()))
		if err != nil {
			return nil, err
		}
		return []byte(torchwood.TilePath(tile)), nil
	}
	return nil, errors.New("no such command")
}

func entries(dir string, tree tlog.Tree) ([]byte, error) {
	files, err := torchwood.NewTileFS(os.DirFS(dir))
	if err != nil {
		return nil, err
	}
	client, err := torchwood.NewClient(files)
	if err != nil {
		return nil, err
	}
	var count int64
	for range client.AllEntries(context.Background(), tree, 0) {
		count++
	}
	return []byte(strconv.FormatInt(count, 10)), client.Err()
}
