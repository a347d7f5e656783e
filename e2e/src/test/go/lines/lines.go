// Package lines is how the tests talk to verifiers written in Go: a question a line, an answer a
// line. Words are separated by single spaces; what is bytes is base64, so an empty word is no bytes.
package lines

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// Serve answers the questions on standard input until there are no more. The first word of a
// question is the command; judge takes the others from its arguments. The answer is "ok" and the
// bytes that judge returns, or "refused" and the error.
func Serve(judge func(command string, args *Arguments) ([]byte, error)) {
	questions := bufio.NewScanner(os.Stdin)
	questions.Buffer(nil, 16<<20)
	for questions.Scan() {
		words := strings.Split(questions.Text(), " ")
		answer, err := guarded(judge, words)
		if err != nil {
			fmt.Println("refused", strings.ReplaceAll(err.Error(), "\n", " "))
		} else {
			fmt.Println("ok", base64.StdEncoding.EncodeToString(answer))
		}
	}
}

// guarded makes a panic of the verifier an answer too.
func guarded(judge func(string, *Arguments) ([]byte, error), words []string) (answer []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return judge(words[0], &Arguments{words[1:]})
}

// Arguments hands out the words of a question one by one. A word that is missing or malformed is a
// bug of the test, and panics.
type Arguments struct{ words []string }

func (a *Arguments) next() string {
	word := a.words[0]
	a.words = a.words[1:]
	return word
}

// Number takes a decimal number.
func (a *Arguments) Number() int64 {
	n, err := strconv.ParseInt(a.next(), 10, 64)
	if err != nil {
		panic(err)
	}
	return n
}

// Bytes takes base64.
func (a *Arguments) Bytes() []byte {
	b, err := base64.StdEncoding.DecodeString(a.next())
	if err != nil {
		panic(err)
	}
	return b
}

// Hash takes the base64 of one hash.
func (a *Arguments) Hash() tlog.Hash {
	return *(*[tlog.HashSize]byte)(a.Bytes())
}

// Hashes takes the base64 of hashes one behind the other.
func (a *Arguments) Hashes() []tlog.Hash {
	var all []tlog.Hash
	for b := a.Bytes(); len(b) > 0; b = b[tlog.HashSize:] {
		all = append(all, *(*[tlog.HashSize]byte)(b))
	}
	return all
}
