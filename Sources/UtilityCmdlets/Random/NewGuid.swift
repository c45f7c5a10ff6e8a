import CmdletKit
import FoundationEssentials
import Glibc
import Values

/// New-Guid: makes a GUID of version 7, or parses one.
struct NewGuid: Cmdlet {
    private var empty: Switch = false
    private var inputObject = ""

    static let declaration = CmdletDeclaration<Self>(
        "New-Guid", synopsis: "Makes a globally unique identifier (GUID).",
        description: """
            Writes a Guid of version 7: it begins with the time, so that later ones sort behind earlier ones. With \
            -Empty it is the one of zeros, with -InputObject the one that a text stands for.
            """, defaultSet: "Default",
        parameters: [
            Parameter(\.empty, sets: ["Empty"], help: "Writes the GUID that is all zeros."),
            Parameter(
                \.inputObject, position: 0, mandatory: true, pipeline: .byValue, sets: ["InputObject"],
                validate: [.allowEmptyString],
                help: "The text of a GUID: 32 hexadecimal digits, with or without hyphens and braces."),
        ],
        outputs: ["System.Guid"],
        examples: [
            Example("(New-Guid) -eq (New-Guid)", "Two identifiers are never the same.", output: "False"),
            Example(
                "('{D61BBECA-0186-48FA-90E1-FF7AA5D33E2D}' | New-Guid).ToString()",
                "Reads a GUID from a text.",
                output: "d61bbeca-0186-48fa-90e1-ff7aa5d33e2d"),
        ])

    /// A UUID of version 7 (RFC 9562): it begins with the milliseconds since 1970, so that later ones sort after earlier ones.
    private static func ordered() -> UUID {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
        var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
        for place in 0..<6 { bytes[place] = UInt8(truncatingIfNeeded: milliseconds >> UInt64(8 * (5 - place))) }
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    mutating func process(_ runtime: any CmdletRuntime) throws {
        if runtime.isBound(\Self.inputObject) {
            do { try runtime.write(try Conversion.convert(.string(inputObject), to: GuidType.type)) } catch {
                try runtime.writeError(
                    ErrorRecord(
                        "Unrecognized Guid format: '\(inputObject)'.", id: "StringNotRecognizedAsGuid", category: "InvalidArgument",
                        exception: "System.FormatException", target: .string(inputObject)))
            }
            return
        }
        try runtime.write(
            empty.isOn ? GuidType.box(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))) : GuidType.box(Self.ordered()))
    }
}
