import TestSupport
import Testing

/// The scripts of examples/, run in real containers of both runtime types.
@Suite(.serialized, .enabled(if: LinuxPlace.canRun)) struct ExampleScriptTests {
    private static let folder =
        String(#filePath.prefix(upTo: #filePath.lastIndex(of: "/") ?? #filePath.startIndex)) + "/Examples"

    @Test(arguments: ExampleScript.all()) func `an example runs and leaves nothing`(_ example: ExampleScript) throws {
        let place = try LinuxPlace("examples")
        let result = try place.run(["-File", example.path], seconds: 300)
        #expect(result.exitCode == 0)
        let matches = try example.matches(result.output, in: Self.folder)
        #expect(matches, "\(example.name) printed:\n\(result.output)")
        #expect(try place.output("@(Get-Container).Count") == "0")
    }
}
