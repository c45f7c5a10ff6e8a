extension CommandLineOptions {
    /// The text of `-Help`.
    public static let help = """
        Usage: bulkhead [options] [[-File] SCRIPT [ARGUMENTS]]
               bulkhead [options] -Command TEXT | -
               bulkhead -Help | -? | /?

        Names of options may be shortened as long as they are unambiguous, and are read in any case.

          -Command, -c TEXT             Runs a text and ends; - reads it from standard input. Takes all that follows.
          -CommandWithArgs, -cwa TEXT   Runs a text whose $args is what follows.
          -EncodedCommand, -e, -ec B64  Runs a text given as Base64 of UTF-16LE.
          -File, -f SCRIPT              Runs a script with the arguments that follow; its exit code is the program's.
          -NoExit, -noe                 Stays at the prompt behind -Command or -File.
          -Interactive, -i              Taken for compatibility: a terminal gets a prompt.
          -NonInteractive, -noni        Asks no question.
          -NoLogo, -nol                 Shows no banner.
          -NoProfile, -nop              Runs no profile.
          -Login, -l                    Reads /etc/profile and ~/.profile first, through /bin/sh. Put it first.
          -WorkingDirectory, -wd DIR    Starts in a folder.
          -SettingsFile FILE            Takes PSModulePath from a powershell.config.json.
          -ExecutionPolicy, -ep POLICY  Taken for compatibility: no policy limits scripts on Linux.
          -InputFormat, -OutputFormat   Text.
          -Engine Linux|Simulated       The container engine; simulated is a recorded Windows host.
          -StateRoot, -s DIR            Where containers and images are kept.
          -Version, -v                  Shows the version.

        Exit codes: what `exit` says; 0 where the last command succeeded, 1 where it failed, 64 for options that cannot be used.

        """
}
