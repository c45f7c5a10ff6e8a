/// System.Uri (RFC 3986).
public struct URI: Sendable, Hashable {
    /// The text as it was given.
    public var text: String
    /// `https`; empty for a relative address.
    public var scheme = ""
    /// What stands before the `@`.
    public var userInfo = ""
    /// The host, without a port.
    public var host = ""
    /// The port, the scheme's usual one where none is written; -1 where neither is known.
    public var port = -1
    /// The path, with its slash.
    public var path = ""
    /// The query, with its question mark.
    public var query = ""
    /// The fragment, with its number sign.
    public var fragment = ""
    /// Whether there is a scheme.
    public var isAbsolute: Bool { !scheme.isEmpty }

    static let defaultPorts = ["http": 80, "https": 443, "ftp": 21, "ssh": 22]

    /// Reads an address; nil for what is none.
    public init?(_ text: String) {
        self.text = text
        var rest = Substring(text)
        if let hash = rest.firstIndex(of: "#") {
            fragment = String(rest[hash...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[mark...])
            rest = rest[..<mark]
        }
        if text.hasPrefix("/") && !text.hasPrefix("//") {
            scheme = "file"
            path = String(rest)
            return
        }
        guard let colon = rest.firstIndex(of: ":"), colon != rest.startIndex, rest.first?.isLetter == true,
            rest[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else {
            path = String(rest)
            if text.contains(where: \.isWhitespace) && text.isEmpty { return nil }
            return
        }
        scheme = rest[..<colon].lowercased()
        rest = rest[rest.index(after: colon)...]
        guard rest.hasPrefix("//") else {
            path = String(rest)
            return
        }
        rest = rest.dropFirst(2)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        var authority = rest[..<slash]
        path = String(rest[slash...])
        if let at = authority.lastIndex(of: "@") {
            userInfo = String(authority[..<at])
            authority = authority[authority.index(after: at)...]
        }
        if let mark = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
            guard let number = Int(authority[authority.index(after: mark)...]), (0...65535).contains(number) else { return nil }
            port = number
            authority = authority[..<mark]
        }
        host = authority.lowercased()
        if port < 0 { port = Self.defaultPorts[scheme] ?? -1 }
        if path.isEmpty, !host.isEmpty { path = "/" }
    }

    var authority: String { host + (port >= 0 && port != Self.defaultPorts[scheme] ? ":\(port)" : "") }
    /// The whole address, put together from its parts.
    public var absolute: String {
        if scheme == "file", host.isEmpty { return "file://" + path + query + fragment }
        guard isAbsolute else { return text }
        let slashes = host.isEmpty ? "" : "//"
        return scheme + ":" + slashes + (userInfo.isEmpty ? "" : userInfo + "@") + authority + path + query + fragment
    }
}

enum UriType {
    private static func uri(_ value: Value) -> URI? { value.asObject(NativeObject<URI>.self)?.value }
    private static func part(_ name: String, _ read: @escaping @Sendable (URI) -> String) -> Member {
        .property(name, "string") { value in uri(value).map { .string(read($0)) } ?? .null }
    }

    private static func box(_ uri: URI) -> Value {
        .object(NativeObject(uri, type: type, text: { $0.isAbsolute ? $0.absolute : $0.text }))
    }

    private static func parsed(_ text: String) throws -> Value {
        guard !text.isEmpty, let uri = URI(text) else {
            throw ValueError(
                text.isEmpty ? "Invalid URI: The URI is empty." : "Invalid URI: The format of the URI could not be determined.",
                id: "UriFormatException", exception: "System.UriFormatException", category: "NotSpecified")
        }
        return box(uri)
    }

    private static func allowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }

    static func escape(_ text: String) -> String {
        text.utf8.map { byte in
            allowed(byte) ? String(UnicodeScalar(byte)) : percent(byte)
        }.joined()
    }

    /// `%2F`.
    static func percent(_ byte: UInt8, uppercase: Bool = true) -> String {
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: uppercase)
    }

    static func unescape(_ text: String) -> String {
        var bytes: [UInt8] = []
        let units = Array(text.utf8)
        var place = 0
        while place < units.count {
            if units[place] == 0x25, place + 2 < units.count,
                let byte = UInt8(String(decoding: units[(place + 1)...(place + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                place += 3
            } else {
                bytes.append(units[place])
                place += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static let type: ObjectType = ObjectType(
        "System.Uri", base: .object,
        members: [
            part("AbsolutePath") { $0.path }, part("AbsoluteUri") { $0.absolute }, part("LocalPath") { unescape($0.path) },
            part("Authority") { $0.authority }, part("Host") { $0.host }, part("DnsSafeHost") { $0.host },
            part("Scheme") { $0.scheme },
            part("Query") { $0.query }, part("Fragment") { $0.fragment }, part("UserInfo") { $0.userInfo },
            part("OriginalString") { $0.text },
            part("PathAndQuery") { $0.path + $0.query },
            .property("Port", "int") { Value.integer(uri($0)?.port ?? -1) },
            .property("IsAbsoluteUri", "bool") { .bool(uri($0)?.isAbsolute ?? false) },
            .property("IsFile", "bool") { .bool(uri($0)?.scheme == "file") },
            .property("IsDefaultPort", "bool") { value in .bool(uri(value).map { URI.defaultPorts[$0.scheme] == $0.port } ?? false)
            },
            .property("IsLoopback", "bool") { value in .bool(["localhost", "127.0.0.1", "[::1]"].contains(uri(value)?.host ?? ""))
            },
            .property("Segments", "string[]") { value in
                let parts = (uri(value)?.path ?? "").split(separator: "/", omittingEmptySubsequences: false)
                return .array(
                    parts.enumerated().compactMap { place, part in
                        place == parts.count - 1 ? (part.isEmpty ? nil : .string(String(part))) : .string(part + "/")
                    })
            },
        ],
        statics: [
            .function("EscapeDataString", "string stringToEscape", returns: "string") { .string(escape($0.string(0))) },
            .function("UnescapeDataString", "string stringToUnescape", returns: "string") { .string(unescape($0.string(0))) },
            .function("EscapeUriString", "string stringToEscape", returns: "string") { arguments in
                .string(
                    arguments.string(0).utf8.map { byte in
                        allowed(byte) || ":/?#[]@!$&'()*+,;=%".utf8.contains(byte)
                            ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                    }.joined())
            },
            .function("IsWellFormedUriString", "string uriString", "object uriKind", returns: "bool") { arguments in
                .bool(URI(arguments.string(0))?.isAbsolute ?? false && !arguments.string(0).contains(" "))
            },
            .function(
                "TryCreate", "string uriString", "object uriKind", "System.Management.Automation.PSReference result",
                returns: "bool"
            ) {
                arguments in
                let wantsAbsolute = arguments.string(1).lowercased() == "absolute"
                guard let made = URI(arguments.string(0)), !wantsAbsolute || made.isAbsolute else { return .bool(false) }
                try (arguments[2].reference as? any ReferenceObjectValue)?.store(box(made))
                return .bool(true)
            },
        ],
        construct: { arguments in
            if arguments.count > 1, let base = uri(arguments[0]) ?? URI(arguments.string(0)), arguments[1].text != nil {
                let relative = arguments.string(1)
                if URI(relative)?.isAbsolute == true, !relative.hasPrefix("/") { return try parsed(relative) }
                let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) } ?? "/"
                let path = relative.hasPrefix("/") ? relative : folder + relative
                return try parsed(base.scheme + "://" + base.authority + path)
            }
            return try parsed(arguments.string(0))
        },
        convert: { value in
            guard let made = URI(value.displayText) else { return nil }
            return box(made)
        })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = { $0.add("System.Uri", "uri") { UriType.type } }
