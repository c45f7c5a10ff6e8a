import FoundationEssentials

/// A script of examples/, and what it prints.
public struct ExampleScript: Sendable {
    public let name: String
    public let path: String

    /// The scripts of the folder, by name.
    /// - Parameter file: a source file of the tests, below which the project's root is found.
    public static func all(_ file: String = #filePath) -> [ExampleScript] {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("examples").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".ps1") }.sorted().map {
            ExampleScript(name: String($0.dropLast(4)), path: folder + "/" + $0)
        }
    }

    /// Whether what was printed is what a file beside the tests has, with a transcript's `…` and `⟨…⟩`.
    public func matches(_ printed: String, in folder: String) throws -> Bool {
        let expected = try String(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).txt"), encoding: .utf8)
        return Transcript.matches(expected: Transcript.trimmed(expected), actual: Transcript.trimmed(printed))
    }
}
