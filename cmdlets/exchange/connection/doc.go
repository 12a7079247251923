// Package connection holds the connections of a session to the emulated service.
package connection
