import Values

/// System.IntPtr, whose size scripts ask for.
enum PointerType {
    static let type = ObjectType(
        "System.IntPtr", base: .valueType, isValueType: true,
        statics: [
            .constant("Size", "int") { .int(Int32(MemoryLayout<Int>.size)) }, .constant("Zero", "System.IntPtr") { .long(0) },
        ])
}
