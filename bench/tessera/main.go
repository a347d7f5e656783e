// Command sarhad-bench-tessera is Tessera's POSIX log with nothing around it, for ./sarhad bench.
//
// It reads commands from standard input, one per line, and answers each with one line:
//
//	round WRITERS MILLISECONDS   so many goroutines append, each waiting for its index before the next;
//	                             answers "ENTRIES SECONDS PUBLISHED_SECONDS P50_MS P99_MS", the second time
//	                             including the wait for a checkpoint that covers the last entry
//	serve                        answers "http://127.0.0.1:PORT": POST /add appends the body and answers
//	                             the index, GET serves the log's files (what Tessera's own
//	                             cmd/conformance/posix does)
//
// An index is handed out once the entry is integrated and synced; that is Tessera's own durability.
package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
)

var (
	dir        = flag.String("dir", "", "empty directory of the log")
	entryBytes = flag.Int("entry-bytes", 1024, "size of an entry")
	batchSize  = flag.Uint("batch-size", tessera.DefaultBatchMaxSize, "most entries integrated at once")
	batchAge   = flag.Duration("batch-age", tessera.DefaultBatchMaxAge, "longest wait for a batch to fill")
	checkpoint = flag.Duration("checkpoint", 100*time.Millisecond, "time between checkpoints; 100ms is the least it takes")
)

type logUnderTest struct {
	appender *tessera.Appender
	reader   tessera.LogReader
}

func open(ctx context.Context) (*logUnderTest, error) {
	key, _, err := note.GenerateKey(rand.Reader, "bench.example/log")
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(key)
	if err != nil {
		return nil, err
	}
	driver, err := posix.New(ctx, posix.Config{Path: *dir})
	if err != nil {
		return nil, err
	}
	appender, _, reader, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(*checkpoint).
		WithBatching(*batchSize, *batchAge))
	if err != nil {
		return nil, err
	}
	return &logUnderTest{appender, reader}, nil
}

// Adds one entry; asks again when Tessera pushes back, as its documentation wants.
func (l *logUnderTest) add(ctx context.Context, data []byte) (tessera.Index, error) {
	for {
		index, err := l.appender.Add(ctx, tessera.NewEntry(data))()
		if err == nil || !errors.Is(err, tessera.ErrPushback) {
			return index, err
		}
		time.Sleep(time.Millisecond)
	}
}

func (l *logUnderTest) round(ctx context.Context, writers int, length time.Duration) (string, error) {
	var group sync.WaitGroup
	took := make([][]time.Duration, writers)
	last := make([]uint64, writers)
	failures := make(chan error, writers)
	started := time.Now()
	for w := range writers {
		group.Add(1)
		go func() {
			defer group.Done()
			entry := make([]byte, *entryBytes)
			for time.Since(started) < length {
				if _, err := rand.Read(entry); err != nil {
					failures <- err
					return
				}
				begun := time.Now()
				index, err := l.add(ctx, entry)
				if err != nil {
					failures <- err
					return
				}
				took[w] = append(took[w], time.Since(begun))
				last[w] = index.Index
			}
		}()
	}
	group.Wait()
	durable := time.Since(started)
	select {
	case err := <-failures:
		return "", err
	default:
	}
	if err := l.awaitPublished(ctx, slices.Max(last)); err != nil {
		return "", err
	}
	published := time.Since(started)
	all := slices.Concat(took...)
	slices.Sort(all)
	at := func(percent int) float64 {
		return float64(all[min(len(all)-1, len(all)*percent/100)].Microseconds()) / 1000
	}
	return fmt.Sprintf("%d %.6f %.6f %.3f %.3f", len(all), durable.Seconds(), published.Seconds(), at(50), at(99)), nil
}

// Waits until a checkpoint covers the entry at index.
func (l *logUnderTest) awaitPublished(ctx context.Context, index uint64) error {
	for {
		raw, err := l.reader.ReadCheckpoint(ctx)
		if err == nil {
			var origin string
			var size uint64
			if _, err := fmt.Sscanf(string(raw), "%s\n%d\n", &origin, &size); err != nil {
				return err
			}
			if size > index {
				return nil
			}
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func (l *logUnderTest) serve() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/add", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		index, err := l.appender.Add(r.Context(), tessera.NewEntry(body))()
		switch {
		case err == nil:
			fmt.Fprintf(w, "%d", index.Index)
		case errors.Is(err, tessera.ErrPushback):
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		default:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	mux.Handle("/", http.FileServer(http.Dir(*dir)))
	go func() { log.Fatal(http.Serve(listener, mux)) }()
	return "http://" + listener.Addr().String(), nil
}

func main() {
	flag.Parse()
	ctx := context.Background()
	l, err := open(ctx)
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var writers, milliseconds int
		var answer string
		if lines.Text() == "serve" {
			answer, err = l.serve()
		} else if _, err = fmt.Sscanf(lines.Text(), "round %d %d", &writers, &milliseconds); err == nil {
			answer, err = l.round(ctx, writers, time.Duration(milliseconds)*time.Millisecond)
		}
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(answer)
	}
}
