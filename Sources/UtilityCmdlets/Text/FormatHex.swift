import CmdletKit
import CmdletSupport
import Interpreter
import LinuxSystem
import Values

/// Format-Hex: writes bytes of files and values, 16 an object.
struct FormatHex: Cmdlet {
    private var path: [String] = []
    private var literalPath: [String] = []
    private var inputObject: Value = .nothing
    private var encoding: TextEncoding?
    private var count: Int64 = .max
    private var offset: Int64 = 0
    private var raw: Switch = false
    private var piped: [UInt8] = []

    static let declaration = CmdletDeclaration<Self>(
        "Format-Hex", aliases: ["fhx"], synopsis: "Shows bytes of files, texts and numbers in hexadecimal.",
        description: """
            Writes an object for each sixteen bytes, which the display shows as a row: the offset, the bytes, and the \
            characters that they are in Latin-1. Texts become bytes by -Encoding; numbers are shown as they lie in \
            memory, the lowest byte first.
            """, defaultSet: "Path",
        parameters: [
            Parameter(
                \.path, position: 0, mandatory: true, sets: ["Path"], completer: .paths,
                help: "The files to show; wildcards are allowed."),
            Parameter(
                \.literalPath, aliases: ["PSPath", "LP"], mandatory: true, sets: ["LiteralPath"], completer: .paths,
                help: "The files to show, their names taken as they are, without wildcards."),
            Parameter(
                \.inputObject, mandatory: true, pipeline: .byValue, sets: ["ByInputObject"],
                help: "Texts, numbers, bytes or files; usually piped in."),
            Parameter(
                \.encoding, sets: ["ByInputObject"], default: "utf8NoBOM",
                help:
                    "How texts become bytes: utf8NoBOM (the default), ascii, latin1, unicode, utf32, a code page's name or number."),
            Parameter(
                \.count, validate: [.range(min: 1, max: 9_223_372_036_854_775_808)], default: "all",
                help: "How many bytes to show at most."),
            Parameter(
                \.offset, validate: [.range(min: 0, max: 9_223_372_036_854_775_808)], default: "0",
                help: "How many bytes to leave out at the start."),
            Parameter(\.raw, sets: ["ByInputObject"], help: "Taken for compatibility; has no effect."),
        ],
        outputs: ["Microsoft.PowerShell.Commands.ByteCollection"],
        examples: [
            Example(
                "('fig é' | Format-Hex).HexBytes",
                "Shows the bytes of a text in UTF-8.",
                output: "66 69 67 20 C3 A9"),
            Example(
                "$f = New-TemporaryFile; Set-Content $f 'abcdefghij'; (Format-Hex $f -Offset 4 -Count 3).Ascii; Remove-Item $f",
                "Shows three bytes from the fifth.",
                output: "efg"),
        ])

    mutating func begin(_ runtime: any CmdletRuntime) throws { try encoding?.warn(runtime) }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        let engine = try runtime.service(Engine.self)
        if runtime.isBound(\Self.inputObject) {
            if let file = inputObject.asObject(FileItem.self) { return try show(file, runtime) }
            return try show(inputObject, runtime)
        }
        let isLiteral = runtime.isBound(\Self.literalPath)
        try runtime.forEach(isLiteral ? literalPath : path) { path in
            for file in try PathResolver(engine: engine, showsHidden: true).files(path, literal: isLiteral) {
                try show(file, runtime)
            }
        }
    }

    private func show(_ file: FileItem, _ runtime: any CmdletRuntime) throws {
        if file.isFolder { return }
        let bytes = try runtime.service(Engine.self).fileSystem.readBytes(file.path)
        try write(bytes[...], path: file.path, label: nil, type: nil, runtime)
    }

    private func show(_ value: Value, _ runtime: any CmdletRuntime) throws {
        let elements = value.enumerated ?? [value]
        var bytes: [UInt8] = []
        for element in elements {
            guard let own = Self.bytes(element, encoding ?? .utf8NoBOM) else {
                return try runtime.writeError(
                    ErrorRecord(
                        "Cannot convert input of type '\(element.typeName)' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.",
                        id: "FormatHexTypeNotSupported", category: "InvalidArgument", exception: "System.ArgumentException",
                        target: value))
            }
            bytes += own
        }
        let kind = elements.first.map { $0.typeName } ?? value.typeName
        try write(bytes[...], path: nil, label: "\(kind.split(separator: ".").last.map(String.init) ?? kind)", type: kind, runtime)
    }

    /// The bytes of a value: a string in the encoding, a number in little-endian order as in memory; nil for other values.
    static func bytes(_ value: Value, _ encoding: TextEncoding) -> [UInt8]? {
        func little(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }
        switch value {
        case .string(let text): return encoding.bytes(text.value)
        case .char: return encoding.bytes(value.displayText)
        case .bool(let flag): return [flag ? 1 : 0]
        case .int(let number): return little(number)
        case .long(let number): return little(number)
        case .double(let number): return little(number.bitPattern)
        case .fixed(let number):
            switch number {
            case .int8(let number): return little(number)
            case .uint8(let number): return [number]
            case .int16(let number): return little(number)
            case .uint16(let number): return little(number)
            case .uint32(let number): return little(number)
            case .uint64(let number): return little(number)
            case .single(let number): return little(number.bitPattern)
            }
        case .object(let object as EnumObject): return little(Int32(truncatingIfNeeded: object.rawValue))
        default: return nil
        }
    }

    /// Writes a ByteCollection for each 16 bytes, within -Offset and -Count.
    private func write(_ bytes: ArraySlice<UInt8>, path: String?, label: String?, type: String?, _ runtime: any CmdletRuntime)
        throws
    {
        var rest = bytes.dropFirst(Int(clamping: offset)).prefix(Int(clamping: count))
        var place = offset
        let source = label.map { "\($0) (\(type ?? ""))" }
        while !rest.isEmpty {
            let line = rest.prefix(16)
            rest = rest.dropFirst(16)
            if try runtime.write(ByteCollection(Array(line), offset: place, path: path, label: source).boxed) == .enough { return }
            place += 16
        }
    }
}
