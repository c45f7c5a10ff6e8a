import Testing

@testable import ContainerCmdlets

@Suite struct DockerArgumentTests {
    private static let options: [DockerOption] = [
        .flag("interactive", "i", ""), .flag("tty", "t", ""), .flag("rm", nil, ""), .value("name", nil, "string", ""),
        .value("memory", "m", "bytes", ""), .value("env", "e", "list", ""), .missing("publish", "p"),
    ]

    private func parse(_ words: String..., stops: Bool = true) throws(DockerError) -> DockerArguments {
        try DockerArguments(words, Self.options, stopsAtOperand: stops)
    }

    @Test func clustersAndValues() throws {
        let given = try parse("-it", "--name=a", "-m256m", "-e", "A=1", "-e=B=2", "--rm", "image", "cmd", "-it", "--name", "b")
        #expect(given.isOn("interactive") && given.isOn("tty") && given.isOn("rm"))
        #expect(given.value("name") == "a" && given.value("memory") == "256m" && given.all("env") == ["A=1", "B=2"])
        // Behind the image, all words belong to the command.
        #expect(given.operands == ["image", "cmd", "-it", "--name", "b"])
    }

    @Test func switchedOffAndTheLastWins() throws {
        let given = try parse("--rm", "--rm=false", "-i=true", "--name", "a", "--name", "b", "x")
        #expect(!given.isOn("rm") && given.isOn("interactive") && given.value("name") == "b")
    }

    @Test func optionsBetweenOperands() throws {
        #expect(try parse("a", "--rm", "b", stops: false).operands == ["a", "b"])
        let given = try parse("a", "--", "--rm", "-x", stops: false)
        #expect(given.operands == ["a", "--rm", "-x"] && !given.isOn("rm"))
        #expect(try parse("-", stops: false).operands == ["-"])
    }

    @Test(arguments: [
        (["--colour"], "unknown flag: --colour"), (["-ixt"], "unknown shorthand flag: 'x' in -ixt"),
        (["--name"], "flag needs an argument: --name"), (["-im"], "flag needs an argument: 'm' in -im"),
        (["--rm=maybe"], "invalid argument \"maybe\" for \"--rm\" flag"),
        (["-p", "80:80"], "the flag --publish is not available in this shell's docker yet"),
    ])
    func wrongOnes(_ words: [String], _ message: String) {
        let error = #expect(throws: DockerError.self) { try DockerArguments(words, Self.options, stopsAtOperand: true) }
        #expect(error?.message == message && error?.code == 125)
    }
}

@Suite struct DockerTextTests {
    @Test(
        arguments: [
            (0.2, "Less than a second"), (1, "1 second"), (59.9, "59 seconds"), (60, "About a minute"), (119, "About a minute"),
            (120, "2 minutes"), (3599, "59 minutes"), (3600, "About an hour"), (7200, "2 hours"), (86_400 * 2, "2 days"),
            (86_400 * 14, "2 weeks"), (86_400 * 61, "2 months"), (86_400 * 365 * 3, "3 years"), (-5, "Less than a second"),
            (.infinity, "31709 years"), (.nan, "Less than a second"),
        ] as [(Double, String)])
    func durations(_ seconds: Double, _ text: String) {
        #expect(DockerText.duration(seconds) == text)
    }

    @Test(
        arguments: [(0, "0B"), (999, "999B"), (1000, "1kB"), (1_980_000, "1.98MB"), (19_440_000, "19.4MB"), (.max, "18.4EB")]
            as [(UInt64, String)])
    func sizes(_ bytes: UInt64, _ text: String) {
        #expect(DockerText.size(bytes) == text)
    }

    @Test func commands() {
        #expect(DockerText.command(["sh", "-c", "echo hi"], whole: false) == #""sh -c echo hi""#)
        #expect(DockerText.command(["0123456789", "0123456789"], whole: false) == #""0123456789 01234567…""#)
        // Control characters never reach the terminal.
        #expect(DockerText.command(["a\u{1b}[2J\u{9b}\"\n"], whole: true) == #""a\x1b[2J\x9b\"\n""#)
    }

    @Test func tables() {
        #expect(
            DockerText.table(["A", "LONG HEADER", "B"], [["1", "2", "3"]]) == "A         LONG HEADER   B\n1         2             3"
        )
    }

    @Test func templates() throws {
        let value = DockerJSON.object([
            ("Name", "a\"b"), ("State", .object([("Running", true), ("Codes", .array([.number(1), .number(2)]))])),
        ])
        #expect(try DockerTemplate(#"<{{.Name}}>\t{{ .State.Running }}"#).apply(value) == "<a\"b>\ttrue")
        #expect(try DockerTemplate("{{json .State}} {{.State.Codes}}").apply(value) == #"{"Running":true,"Codes":[1,2]} [1 2]"#)
        #expect(try DockerTemplate("{{json .}}").apply(.array([.null])) == "[null]")
        for wrong in ["{{", "{{.Name", "{{range .}}", "{{}}", "{{json}}", "{{.Name | upper}}"] {
            #expect(throws: DockerError.self, "\(wrong)") { try DockerTemplate(wrong) }
        }
        #expect(throws: DockerError.self) { try DockerTemplate("{{.Nope}}").apply(value) }
    }
}
