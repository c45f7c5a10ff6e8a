import Foundation

/// The project's files, as the documentation names them.
enum Project {
    /// The folder of Package.swift.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The pages: those of the root folder, and all below docs.
    static let pages: [String] = {
        let files = FileManager.default
        let top = (try? files.contentsOfDirectory(atPath: root.path)) ?? []
        let below = (try? files.subpathsOfDirectory(atPath: root.appending(path: "docs").path)) ?? []
        return (top + below.map { "docs/" + $0 }).filter { $0.hasSuffix(".md") }.sorted()
    }()

    /// The text of a file.
    /// - Parameter path: relative to the root.
    static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }

    static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}
