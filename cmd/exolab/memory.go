package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"exolab/runtime/memory"
)

// limitVariable names the limit of the process's memory, as 800MB, 2GB, or 0
// for none.
const limitVariable = "EXOLAB_MEMORY_LIMIT"

// leastLimit is what exolab itself needs, with room for small scripts.
const leastLimit = 64 << 20

// memoryLimit is what the variable says; without it, three quarters of the
// machine's memory.
func memoryLimit() (bytes uint64, err error) {
	text := strings.TrimSpace(os.Getenv(limitVariable))
	if text == "" {
		return memory.Physical() / 4 * 3, nil
	}
	number, shift := strings.ToUpper(text), 0
	for suffix, bits := range map[string]int{"KB": 10, "MB": 20, "GB": 30} {
		if rest, ok := strings.CutSuffix(number, suffix); ok {
			number, shift = strings.TrimSpace(rest), bits
		}
	}
	n, err := strconv.ParseUint(number, 10, 32)
	if bytes = n << shift; err != nil || bytes > 0 && bytes < leastLimit {
		return 0, fmt.Errorf("%s is '%s'; it is a size of at least %d MB, such as 800MB or 2GB, or 0 for no limit", limitVariable, text, leastLimit>>20)
	}
	return bytes, nil
}

// endForMemory ends the process whose script passed the limit in one step.
// What it was told is stored stays so, as after any other sudden end.
func endForMemory() {
	fmt.Fprintf(os.Stderr, "exolab: the script took far more than %d MB, the limit of this process, in one step, and was ended; %s sets another.\n",
		memory.Limited()>>20, limitVariable)
	os.Exit(exitFailure)
}
