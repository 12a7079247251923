// Package pester runs tests written for Pester 5: Describe, Context, It, the
// set-up and teardown blocks, Should with its operators, and Invoke-Pester.
//
// Tests run while they are read: a block's BeforeAll first, wherever it is
// written, then its statements in order, each It at its place. What Pester's
// discovery phase would forbid - reading in an It what the body of its Describe
// has set - is allowed therefore, as in Pester 4. Mocks are functions in the
// scope of the test or block that defines them. Code coverage is left out.
package pester
