import Glibc
import Values

/// System.Threading.Thread, as far as scripts use it: to sleep, and to ask for the culture.
enum ThreadType {
    private static let instance = ObjectType(
        "System.Threading.Thread", base: .object,
        members: [
            .property("CurrentCulture", "cultureinfo", set: { _, _ in }) { _ in Culture.invariant.boxed },
            .property("CurrentUICulture", "cultureinfo", set: { _, _ in }) { _ in Culture.invariant.boxed },
            .property("ManagedThreadId", "int") { _ in .int(1) }, .property("IsBackground", "bool") { _ in .bool(false) },
        ])

    static let type = ObjectType(
        instance.name, base: .object, members: instance.members,
        statics: [
            .constant("CurrentThread", "System.Threading.Thread") { .object(CustomObject([], type: instance)) },
            .function("Sleep", "object millisecondsTimeout", returns: "void") { arguments in
                let milliseconds =
                    try arguments[0].asObject(TimeSpanObject.self).map { $0.span.ticks / 10_000 }
                    ?? Conversion.integer(arguments[0])
                guard milliseconds >= 0 else {
                    throw ValueError(
                        "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.",
                        id: "ArgumentOutOfRangeException", exception: "System.ArgumentOutOfRangeException",
                        category: "InvalidArgument")
                }
                var time = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
                nanosleep(&time, nil)
                return .nothing
            },
        ])

    static let pointer = ObjectType(
        "System.IntPtr", base: .valueType, isValueType: true,
        statics: [
            .constant("Size", "int") { .int(Int32(MemoryLayout<Int>.size)) }, .constant("Zero", "System.IntPtr") { .long(0) },
        ])
}
