// Package labs runs labs: it sets organizations up, keeps what a learner types,
// checks the tasks, and proves that the labs themselves are right.
package labs
