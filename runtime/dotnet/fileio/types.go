// Package fileio holds the types of System.IO: files, directories, paths, readers and
// writers.
package fileio

import "exolab/runtime/dotnet"

// Types lists the types of files, paths, readers and writers.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: typeTextWriter, Load: loadTextWriter},
		{Type: typeStringWriter, Load: loadStringWriter},
		{Type: typeStreamWriter, Load: loadStreamWriter},
		{Type: typeTextReader, Load: loadTextReader},
		{Type: typeStringReader, Load: loadStringReader},
		{Type: typeStreamReader, Load: loadStreamReader},
		{Type: typeStream},
		{Type: typeMemoryStream, Load: loadMemoryStream},
		{Type: typeFileStream, Load: loadFileStream},
		{Type: typePath, Load: loadPath},
		{Type: typeFile, Load: loadFile},
		{Type: typeEnumeration, Load: loadEnumeration},
		{Type: typeDirectory, Load: loadDirectory},
		{Type: typeStreamOptions, Load: loadStreamOptions},
		{Type: typeFileSystemInfo, Load: loadFileSystemInfo},
		{Type: typeFileInfo, Load: loadFileInfo},
		{Type: typeDirectoryInfo, Load: loadDirectoryInfo},
	}
}
