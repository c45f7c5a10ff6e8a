/// System.Reflection.BindingFlags: which members reflection looks for.
struct BindingFlags: OptionSet {
    let rawValue: Int64

    static let ignoreCase = BindingFlags(rawValue: 1)
    static let declaredOnly = BindingFlags(rawValue: 2)
    static let instance = BindingFlags(rawValue: 4)
    static let `static` = BindingFlags(rawValue: 8)
    static let `public` = BindingFlags(rawValue: 16)
    static let nonPublic = BindingFlags(rawValue: 32)
    static let invokeMethod = BindingFlags(rawValue: 256)
    static let createInstance = BindingFlags(rawValue: 512)
    static let getField = BindingFlags(rawValue: 1024)
    static let setField = BindingFlags(rawValue: 2048)
    static let getProperty = BindingFlags(rawValue: 4096)
    static let setProperty = BindingFlags(rawValue: 8192)
    /// What a look-up without flags finds.
    static let usual: BindingFlags = [.instance, .static, .public]

    static let type = ObjectType.enumeration(
        "System.Reflection.BindingFlags",
        Enumeration(
            [
                ("Default", 0), ("IgnoreCase", 1), ("DeclaredOnly", 2), ("Instance", 4), ("Static", 8), ("Public", 16),
                ("NonPublic", 32), ("FlattenHierarchy", 64), ("InvokeMethod", 256), ("CreateInstance", 512), ("GetField", 1024),
                ("SetField", 2048), ("GetProperty", 4096), ("SetProperty", 8192),
                ("PutDispProperty", 16384), ("PutRefDispProperty", 32768), ("ExactBinding", 65536), ("SuppressChangeType", 131_072),
                ("OptionalParamBinding", 262_144), ("IgnoreReturn", 16_777_216), ("DoNotWrapExceptions", 33_554_432),
            ], isFlags: true))

    init(rawValue: Int64) { self.rawValue = rawValue }

    /// The flags of an argument: an enumeration's value, its names or its number; nil for anything else.
    init?(_ value: Value) {
        guard !value.isNull, value.enumerated == nil,
            let flags = try? Conversion.convert(value, to: Self.type).asObject(EnumObject.self)
        else { return nil }
        rawValue = flags.rawValue
    }
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Reflection.BindingFlags") { BindingFlags.type }
}
