import FoundationEssentials

/// A script of examples/.
public struct ExampleScript: Sendable {
    /// The file's name without its extension.
    public let name: String
    /// The file's path.
    public let path: String

    /// All scripts of examples/, sorted by name.
    /// - Parameter file: a source file two folders below the project's root.
    public static func all(_ file: String = #filePath) -> [ExampleScript] {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appendingPathComponent("examples").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".ps1") }.sorted().map {
            ExampleScript(name: String($0.dropLast(4)), path: folder + "/" + $0)
        }
    }

    /// Whether a text is the expected output, which stands in the folder as `<name>.txt`, with a transcript's `…` and `⟨…⟩`.
    /// - Throws: Foundation's error if that file cannot be read.
    public func matches(_ printed: String, in folder: String) throws -> Bool {
        let expected = try String(contentsOf: URL(fileURLWithPath: "\(folder)/\(name).txt"), encoding: .utf8)
        return Transcript.matches(expected: Transcript.trimmed(expected), actual: Transcript.trimmed(printed))
    }
}
