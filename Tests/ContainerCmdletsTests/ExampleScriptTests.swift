import TestSupport
import Testing

/// The scripts of examples/, run on the simulated host.
@Suite struct ExampleScriptTests {
    private static let folder =
        String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.startIndex)) + "/Examples"

    @Test func `there are examples`() { #expect(ExampleScript.all().count >= 4) }

    @Test(arguments: ExampleScript.all()) func `an example runs and leaves nothing`(_ example: ExampleScript) throws {
        let result = try ShellProcess.run([
            "-NoProfile", "-Engine", "Simulated", "-Command",
            "& 'Z:\(example.path)'; \"containers left: $(@(Get-Container).Count)\"",
        ])
        #expect(result.exitCode == 0)
        let matches = try example.matches(result.output, in: Self.folder)
        #expect(matches, "\(example.name) printed:\n\(result.output)")
    }
}
