import CmdletKit
import Concurrency
import Interpreter
import LinuxSystem
import Values

/// System.Threading.Thread: what scripts ask of the thread that they run on.
enum ThreadType {
    static let type: ObjectType = ObjectType(
        "System.Threading.Thread", base: .object,
        members: [
            .property("ManagedThreadId", "int") { _ in
                let engine = try Engine.caller()
                return Value.integer(engine.runspaces.first { $0.engine === engine }?.id ?? 1)
            },
            .property("Name", "string") { _ in .string("Pipeline Execution Thread") },
            .property("IsBackground", "bool") { _ in .bool(false) }, .property("IsAlive", "bool") { _ in .bool(true) },
            .method("GetApartmentState", returns: "System.Threading.ApartmentState") { _, _ in
                .object(EnumObject(ApartmentState.type, rawValue: 2))
            },
            .property("CurrentCulture", "cultureinfo", set: { _, _ in }) { _ in Culture.invariant.boxed },
            .property("CurrentUICulture", "cultureinfo", set: { _, _ in }) { _ in Culture.invariant.boxed },
        ],
        statics: [
            .constant("CurrentThread", "System.Threading.Thread") { .object(NativeObject((), type: type)) },
            .function("Sleep", "object timeout", returns: "void") { arguments in
                _ = try WaitHandleObject.wait(arguments[0]) { false }
                return .nothing
            },
            .function("Yield", returns: "bool") { _ in
                try Engine.caller().pause(0.001)
                return .bool(true)
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Threading.Thread") { ThreadType.type }
}
