import Shell
import Testing

@Suite struct CommandLineOptionsTests {
    private typealias Options = CommandLineOptions

    @Test(
        arguments: [
            ([], .interactive), (["-"], .standardInput), (["-Command", "-"], .standardInput), (["-File", "-"], .standardInput),
            (["-c", "1", "+", "1"], .command("1 + 1")), (["-COMMAND", "-x"], .command("-x")), (["–c", "1"], .command("1")),
            (["--command", "1"], .command("1")), (["a.ps1", "-NoLogo"], .file("a.ps1", ["-NoLogo"])),
            (["-f", "a.ps1", "-c", "2"], .file("a.ps1", ["-c", "2"])),
            (["-cwa", "$args", "a b", "-"], .commandWithArguments("$args", ["a b", "-"])),
            (["-nop", "-e", "MQA="], .command("1")), (["-enc", "6QA="], .command("é")),
        ] as [([String], CommandLineOptions.Input)])
    func `what is to run`(_ arguments: [String], _ input: CommandLineOptions.Input) throws {
        #expect(try Options.parse(arguments).input == input)
    }

    @Test(arguments: [
        (["-nop"], \CommandLineOptions.noProfile), (["-NoProfile"], \.noProfile), (["-nol"], \.noLogo),
        (["-noni"], \.nonInteractive),
        (["-noe"], \.noExit), (["-?"], \.showsHelp), (["/?"], \.showsHelp), (["-h"], \.showsHelp), (["-v"], \.showsVersion),
        (["-v", "no", "-option"], \.showsVersion), (["-NOLOGO"], \.noLogo), (["-noLo"], \.noLogo),
    ])
    func `switches and their abbreviations`(_ arguments: [String], _ option: any KeyPath<CommandLineOptions, Bool> & Sendable)
        throws
    {
        let given = try Options.parse(arguments)
        #expect(given[keyPath: option])
        #expect(try !Options.parse([])[keyPath: option])
    }

    @Test func `values`() throws {
        let given = try Options.parse([
            "-Engine", "Simulated", "-s", "/root", "-wd", "/work", "-SettingsFile", "a.json", "-ep", "bypass", "-of", "TEXT", "-l",
            "-i",
        ])
        #expect(given.engine == "Simulated" && given.stateRoot == "/root" && given.workingDirectory == "/work")
        #expect(given.settingsFile == "a.json" && given.loginPlace == 12)
        #expect(given.input == .interactive)
    }

    /// Each option that the help names is one, and each switch may be written alone.
    @Test func `the help names options that there are`() throws {
        var named = 0
        for line in Options.help.split(separator: "\n") where line.hasPrefix("  -") {
            for word in line.split(separator: " ") where word.hasPrefix("-") && word.count > 1 {
                let option = String(word.filter { $0 != "," })
                named += 1
                do { _ = try Options.parse([option]) } catch {
                    #expect(error.description.contains("needs"), "\(option): \(error)")
                }
            }
        }
        #expect(named > 25)
    }

    @Test(arguments: [
        (["-no"], "'-no' could be -nologo, -noprofile, -noninteractive, -noexit, -noprofileloadtime"),
        (["-nonsense"], "'-nonsense' is not an option of bulkhead"), (["-sta"], "'-sta' is not supported here"),
        (["-profile"], "'-profile' could be -noprofile, -noprofileloadtime"), (["-c"], "-Command needs a text behind it"),
        (["-File"], "-File needs a value"), (["-wd"], "-wd needs a value"), (["-e", "!"], "-e needs Base64"),
        (["-e", "MQ=="], "-e needs Base64"), (["-ep", "none"], "'none' is no execution policy"),
        (["-OutputFormat", "XML"], "-OutputFormat XML is not supported"), (["-if", "csv"], "'csv' is no format"),
    ])
    func `what cannot be understood is said`(_ arguments: [String], _ message: String) {
        let error = #expect(throws: CommandLineOptions.UsageError.self) { try Options.parse(arguments) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }
}
