/// What scripts call to read a SecureString.
enum MarshalType {
    private static func text(_ pointer: Value) throws -> String? { pointer.asObject(PointerObject.self)?.target?.text }

    /// PtrToStringAuto reads UTF-8 on Linux: the text that SecureStringToBSTR has put there in UTF-16 ends at its first zero byte, which is
    /// behind its first letter for all but a few texts.
    private static func automatic(_ text: String) -> String {
        let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    static let type = ObjectType(
        "System.Runtime.InteropServices.Marshal", base: .object,
        statics: ["SecureStringToBSTR", "SecureStringToGlobalAllocUnicode", "SecureStringToCoTaskMemUnicode"].map { name in
            .function(name, "securestring s", returns: "System.IntPtr") { .object(PointerObject(try SecureStringType.own($0[0]))) }
        }
            + ["PtrToStringBSTR", "PtrToStringUni"].map { name in
                .function(name, "System.IntPtr ptr", returns: "string") { try text($0[0]).map { .string($0) } ?? .null }
            } + [
                .function("PtrToStringAuto", "System.IntPtr ptr", returns: "string") {
                    try text($0[0]).map { .string(automatic($0)) } ?? .null
                }
            ]
            + ["ZeroFreeBSTR", "ZeroFreeGlobalAllocUnicode", "ZeroFreeCoTaskMemUnicode", "FreeBSTR"].map { name in
                .function(name, "System.IntPtr s", returns: "void") { _ in .nothing }
            })
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Runtime.InteropServices.Marshal") { MarshalType.type }
}
