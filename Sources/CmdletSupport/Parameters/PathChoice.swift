import CmdletKit
import Interpreter
import Values

/// -Path and -LiteralPath, of which a cmdlet gets one. -Path can be a pattern; in -LiteralPath no character is a wildcard
/// (about_Wildcards). An object in the pipeline gives its PSPath to -LiteralPath.
package struct PathChoice<Written: ParameterValue>: ParameterGroup {
    /// -Path; nil if it is not given, or is $null where it is not mandatory.
    package var path: Written?
    /// -LiteralPath; nil if it is not given.
    package var literalPath: Written?

    /// Makes the group with neither path given.
    package init() {}

    package static var parameters: [Parameter<Self>] { [.path("Paths of items; wildcards are allowed."), .literalPath()] }

    /// Whether the path is that of -LiteralPath.
    package var isLiteral: Bool { literalPath != nil }
    /// The path that was given; nil if there is none.
    package var chosen: Written? { literalPath ?? path }
}

/// -Path and -LiteralPath of a cmdlet that works on several items.
package typealias ItemPaths = PathChoice<[String]>
/// -Path and -LiteralPath of a cmdlet that works on one item.
package typealias SinglePath = PathChoice<String>

extension Parameter {
    /// -Path of a `PathChoice`; the arguments are those of `Parameter.init`, with the values that most cmdlets have.
    package static func path<W>(
        _ help: String, position: Int = 0, mandatory: Bool = true, pipeline: PipelineBinding = [.byValue, .byPropertyName],
        sets: [String] = ["Path"], validate: [Validation] = []
    ) -> Self where C == PathChoice<W> {
        Parameter(
            \.path, position: position, mandatory: mandatory, pipeline: pipeline, sets: sets, validate: validate, completer: .paths,
            help: help)
    }

    /// -LiteralPath of a `PathChoice`; the arguments are those of `Parameter.init`, with the values that most cmdlets have.
    package static func literalPath<W>(
        _ help: String = "Paths in which no character is a wildcard: for names with [ ] * or ?.", position: Int? = nil,
        mandatory: Bool = true, pipeline: PipelineBinding = .byPropertyName, sets: [String] = ["LiteralPath"],
        validate: [Validation] = []
    ) -> Self where C == PathChoice<W> {
        Parameter(
            \.literalPath, aliases: ["PSPath", "LP"], position: position, mandatory: mandatory, pipeline: pipeline, sets: sets,
            validate: validate, completer: .paths, help: help)
    }
}

extension PathChoice where Written == String {
    /// The path that was given; empty if there is none.
    package var written: String { chosen ?? "" }
}

extension PathChoice where Written == [String] {
    /// The paths that were given; empty if there are none.
    package var written: [String] { chosen ?? [] }

    /// Runs `body` for each item that the paths stand for. A `ValueError` becomes a non-terminating error with the path as its
    /// target, and the next path follows.
    /// - Throws: what `writeError` throws (-ErrorAction Stop), and errors of `body` other than `ValueError`.
    package func forEachItem(
        _ resolver: PathResolver, _ runtime: any CmdletRuntime, _ body: (ResolvedItem) throws -> Void
    ) throws {
        try runtime.forEach(written) { path in
            for item in try resolver.resolve(path, literal: isLiteral) { try body(item) }
        }
    }

    /// The same for a cmdlet that works on files only: the item of another provider is an error.
    /// - Throws: as `forEachItem`.
    package func forEachFile(_ resolver: PathResolver, _ runtime: any CmdletRuntime, _ body: (FileItem) throws -> Void) throws {
        try runtime.forEach(written) { path in
            for file in try resolver.files(path, literal: isLiteral) { try body(file) }
        }
    }
}
