package cli

// What pwsh says about a command line that it cannot work with.
const (
	commandGiven             = "Cannot process command because a command is already specified with -Command, -CommandWithArgs, or -EncodedCommand."
	missingCommand           = "Cannot process the command because of a missing parameter. A command must follow -Command."
	tooManyForCommand        = "'-' was specified with the -Command parameter; no other arguments to -Command are permitted."
	inputNotRedirected       = "'-' was specified as the argument to -Command but standard input has not been redirected for this process."
	badEncodedCommand        = "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded."
	missingFile              = "The command cannot be run because the File parameter requires a file path. Supply a path for the File parameter and then try the command again."
	badFile                  = "Processing -File '%s' failed: %s Specify a valid path for the -File parameter."
	unknownFile              = "The argument '%s' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
	didYouMean               = "Invalid argument '%s', did you mean:"
	missingOutputFormat      = "The command cannot be run because no argument has been supplied for the OutputFormat parameter.\nSpecify one of the following formats for this parameter:\n%s"
	missingInputFormat       = "Cannot process the command because the -InputFormat parameter requires an argument. Specify a valid format argument for this parameter.\nValid formats are:\n%s"
	badFormat                = "Cannot process the command because of an incorrect parameter value. \"%s\" is not a valid format.\nValid formats are:\n%s"
	missingPolicy            = "Cannot process the execution policy because of a missing policy name. A policy name must follow -ExecutionPolicy."
	badPolicy                = "Invalid ExecutionPolicy value '%s'."
	missingSettingsFile      = "Cannot process the command because -SettingsFile requires an argument that is a file path."
	noSettingsFile           = "The argument '%s' passed to the -SettingsFile does not exist. Provide the path to an existing json file as an argument to the -SettingsFile parameter."
	missingWorkingDirectory  = "Cannot process the command because -WorkingDirectory requires an argument that is a directory path."
	missingConfigurationFile = "Cannot process the command because -ConfigurationFile requires an argument that is a session configuration (.pssc) file path. Specify this argument and try again."
	missingConfigurationName = "Cannot process the command because -ConfigurationName requires an argument that is a remote endpoint configuration name. Specify this argument and try again."
	missingPipeName          = "Cannot process the command because -CustomPipeName requires an argument that is a name of the pipe you want to use. Specify this argument and try again."
	longPipeName             = "Cannot process the command because -CustomPipeName specified is too long. Pipe names on this platform can be up to %d characters long. Your pipe name '%s' is %d characters."
	argumentsGiven           = "Cannot process the command because arguments to -Command or -EncodedCommand have already been specified with -EncodedArguments."
	missingArguments         = "Cannot process the command because -EncodedArguments requires a value. Specify a value for the -EncodedArguments parameter."
	badArguments             = "Cannot process the command because the value specified with -EncodedArguments is not properly encoded. The value must be Base64 encoded."
	notStarted               = "The shell cannot be started. A failure occurred during initialization:\n%s"
	noConfigurationFile      = "The provided configuration file '%s' does not exist."
	notConfigurationFile     = "The provided configuration file '%s' must have a .pssc file extension."
	// noConfigurations is exolab's own answer to what it does not do.
	noConfigurations = "exolab has no session configurations."
	// notServed is exolab's own answer to what it does not do.
	notServed = "exolab serves no remote sessions."
)

const formatList = "Text\nXML\nNone\n"

// suggestedFlags are the flags that a mistyped one is compared with.
var suggestedFlags = []string{"sta", "mta", "command", "commandwithargs", "configurationname", "custompipename", "encodedcommand",
	"executionpolicy", "file", "help", "inputformat", "login", "noexit", "nologo", "noninteractive", "noprofile", "noprofileloadtime",
	"outputformat", "removeworkingdirectorytrailingcharacter", "settingsfile", "version", "windowstyle", "workingdirectory"}
