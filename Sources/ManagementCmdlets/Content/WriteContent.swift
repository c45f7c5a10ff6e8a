import CmdletKit
import CmdletSupport
import Interpreter
import Values

/// What Add-Content and Set-Content do not share.
protocol ContentMode: SendableMetatype {
    /// The cmdlet's name.
    static var name: String { get }
    /// The cmdlet's aliases.
    static var aliases: [String] { get }
    /// The synopsis for Get-Help.
    static var synopsis: String { get }
    /// The description for Get-Help.
    static var description: String { get }
    /// The examples for Get-Help.
    static var examples: [Example] { get }
    /// Whether the old content is kept.
    static var appends: Bool { get }
    /// The action in the messages of -WhatIf and -Confirm.
    static var action: String { get }
}

/// The declaration of Add-Content and Set-Content.
struct WriteContent<Mode: ContentMode>: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var value: [Value] = []
    private var filter: String?
    private var include: [String] = []
    private var exclude: [String] = []
    private var noNewline: Switch = false
    private var encoding: TextEncoding?
    private var asByteStream: Switch = false
    private var force: Switch = false
    private var passThru: Switch = false
    private var writer: ContentWriter?

    static var declaration: CmdletDeclaration<Self> {
        CmdletDeclaration(
            Mode.name, aliases: Mode.aliases, synopsis: Mode.synopsis, description: Mode.description, defaultSet: "Path",
            confirms: true,
            parameters: [
                Parameter(
                    \.path, position: 0, mandatory: true, pipeline: .byPropertyName, sets: ["Path"], completer: .paths,
                    help: "Paths of files or of entries of other drives; wildcards are allowed."),
                Parameter(
                    \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, pipeline: .byPropertyName,
                    sets: ["LiteralPath"], completer: .paths,
                    help: "Paths in which no character is a wildcard: for names with [ ] * or ?."),
                Parameter(
                    \.value, position: 1, mandatory: true, pipeline: [.byValue, .byPropertyName],
                    validate: [.allowNull, .allowEmptyCollection, .allowEmptyString],
                    help: "What is written: each value becomes a line."),
                Parameter(\.passThru, help: "Writes the values as well."),
                Parameter(
                    \.filter,
                    help: "A wildcard pattern that the name of a file must fit; applied before -Include and -Exclude."),
                Parameter(\.include, help: "Wildcard patterns: only items whose name fits one of them."),
                Parameter(\.exclude, help: "Wildcard patterns: items whose name fits one of them are left out."),
                Parameter(\.force, help: "Writes files without write permission as well."),
                Parameter(\.noNewline, help: "Writes no line ends between the values and behind the last."),
                Parameter(
                    \.encoding, default: "utf8NoBOM",
                    help: "How text becomes bytes: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, …"),
                Parameter(\.asByteStream, help: "The values are bytes, written as they are."),
            ],
            outputs: ["System.Object"],
            examples: Mode.examples)
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        var writer = try opened(runtime)
        // $null elements write no line: `Set-Content f $null` makes an empty file.
        try writer.write(value.filter { !$0.isNull })
        self.writer = writer
        if passThru.isOn { try runtime.writeAll(value) }
    }

    private func opened(_ runtime: any CmdletRuntime) throws -> ContentWriter {
        if let writer { return writer }
        let literal = runtime.isBound(\Self.literalPath)
        var options = ContentWriter.Options()
        options.append = Mode.appends
        options.newline = !noNewline.isOn
        options.encoding = encoding
        options.asBytes = asByteStream.isOn
        if asByteStream.isOn, encoding != nil { try runtime.writeWarning("Encoding not used when '-AsByteStream' specified.") }
        try encoding?.warn(runtime)
        options.force = force.isOn
        options.filter = NameFilter(filter: filter, include: include, exclude: exclude)
        options.literal = literal
        var writer = ContentWriter(options, action: Mode.action)
        try writer.open(literal ? literalPath : path, runtime)
        return writer
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        // With an empty pipeline `process` never ran; the file is still made or emptied.
        if writer == nil, !path.isEmpty || !literalPath.isEmpty { writer = try opened(runtime) }
        try writer?.close(try runtime.service(Engine.self))
    }
}
