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
    private var paths = ItemPaths()
    private var value: [Value] = []
    private var names = NameFilter()
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
            parameters: .of(
                .group(
                    \.paths,
                    .path("Paths of files or of entries of other drives; wildcards are allowed.", pipeline: .byPropertyName),
                    .literalPath()),
                [
                    Parameter(
                        \.value, position: 1, mandatory: true, pipeline: [.byValue, .byPropertyName],
                        validate: [.allowNull, .allowEmptyCollection, .allowEmptyString],
                        help: "What is written: each value becomes a line."),
                    Parameter(\.passThru, help: "Writes the values as well."),
                ],
                .group(\.names),
                [
                    Parameter(\.force, help: "Writes files without write permission as well."),
                    Parameter(\.noNewline, help: "Writes no line ends between the values and behind the last."),
                    Parameter(
                        \.encoding, default: "utf8NoBOM",
                        help: "How text becomes bytes: utf8NoBOM (the default), utf8BOM, ascii, latin1, unicode, …"),
                    Parameter(\.asByteStream, help: "The values are bytes, written as they are."),
                ]),
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
        var options = ContentWriter.Options()
        options.append = Mode.appends
        options.newline = !noNewline.isOn
        options.encoding = encoding
        options.asBytes = asByteStream.isOn
        if asByteStream.isOn, encoding != nil { try runtime.writeWarning("Encoding not used when '-AsByteStream' specified.") }
        try encoding?.warn(runtime)
        options.force = force.isOn
        options.filter = names
        options.literal = paths.isLiteral
        var writer = ContentWriter(options, action: Mode.action)
        try writer.open(paths.written, runtime)
        return writer
    }

    mutating func end(_ runtime: any CmdletRuntime) throws {
        // With an empty pipeline `process` never ran; the file is still made or emptied.
        if writer == nil, !paths.written.isEmpty { writer = try opened(runtime) }
        try writer?.close(try runtime.service(Engine.self))
    }
}
