import FoundationEssentials
import Glibc
import LinuxSystem

/// JSON documents on disk.
package enum Document {
    /// The largest document in bytes. No document of this engine comes near it: a larger file is damaged.
    static let limit = 1 << 20

    /// The document at a path; nil where there is none.
    /// - Throws: `StateDamaged` where it cannot be read.
    package static func load<T: Decodable>(_ type: T.Type, from path: String) throws(ContainerError) -> T? {
        let bytes: [UInt8]
        do {
            bytes = try Files.read(path, limit: limit)
        } catch {
            if error.number == ENOENT || error.number == ENOTDIR { return nil }
            throw damaged(path, error.description)
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw damaged(path, describe(error))
        } catch {
            throw damaged(path, "\(error)")
        }
    }

    /// Replaces the document at a path atomically.
    /// - Parameter durable: false for a document that need not outlive a crash of the machine; it is not flushed to the disk then.
    /// - Throws: `NotPrivileged` or `StateUnavailable`.
    package static func save(_ value: some Encodable, to path: String, durable: Bool = true) throws(ContainerError) {
        let bytes = try encode(value)
        try ContainerError.wrap("The document '\(path)' cannot be written.") { () throws(SystemError) in
            try Files.replace(path, with: bytes, durable: durable)
        }
    }

    /// A value as UTF-8 JSON.
    /// - Parameter pretty: for people, with a newline at the end; else on one line.
    /// - Throws: `StateUnavailable` where it cannot be written as JSON.
    package static func encode(_ value: some Encodable, pretty: Bool = true) throws(ContainerError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = pretty ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes] : [.withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value)) + (pretty ? [UInt8(ascii: "\n")] : [])
        } catch {
            throw ContainerError("StateUnavailable", "A document cannot be written as JSON.", cause: "\(error)")
        }
    }

    /// Decodes a message of another process of this program.
    /// - Throws: `StateDamaged` if the bytes are no JSON of this type.
    package static func decode<T: Decodable>(_ type: T.Type, _ bytes: [UInt8]) throws(ContainerError) -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw ContainerError("StateDamaged", "A message cannot be read.", cause: describe(error))
        } catch {
            throw ContainerError("StateDamaged", "A message cannot be read.", cause: "\(error)")
        }
    }

    private static func damaged(_ path: String, _ cause: String) -> ContainerError {
        ContainerError(
            "StateDamaged", "The document '\(path)' cannot be read.", remedy: "Restore it or remove it.", cause: cause, target: path
        )
    }

    private static func describe(_ error: DecodingError) -> String {
        switch error {
        case .dataCorrupted(let context): "not JSON of the kind expected: \(context.debugDescription)"
        case .keyNotFound(let key, _): "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has the wrong type"
        @unknown default: "unknown"
        }
    }
}
