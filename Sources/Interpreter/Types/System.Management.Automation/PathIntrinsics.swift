import CmdletKit
import Values

/// `$ExecutionContext.SessionState.Path`.
final class PathIntrinsics: EngineObject {
    override var type: ObjectType { Self.objectType }

    private static func path(_ name: String, _ read: @escaping @Sendable (Engine, String) -> Value) -> Member {
        .method(name, "string path", "object provider?", "object drive?", returns: "string") { value, arguments in
            read(try engine(value), arguments.string(0))
        }
    }

    static let objectType = ObjectType(
        "System.Management.Automation.PathIntrinsics", base: .object,
        members: [
            .property("CurrentLocation", "System.Management.Automation.PathInfo") { value in
                let engine = try engine(value)
                return PathInfo.make(engine.fileSystem.location, engine)
            },
            .property("CurrentFileSystemLocation", "System.Management.Automation.PathInfo") { value in
                let engine = try engine(value)
                return PathInfo.make(engine.fileSystem.location, engine)
            },
            path("GetUnresolvedProviderPathFromPSPath") { engine, path in
                .string(engine.fileSystem.display(engine.fileSystem.hostPath(path)))
            },
            path("GetResolvedProviderPathFromPSPath") { engine, path in
                .array([.string(engine.fileSystem.display(engine.fileSystem.hostPath(path)))])
            },
            path("IsPSAbsolute") { _, path in .bool(path.hasPrefix("/") || path.contains(":")) },
            path("IsProviderQualified") { _, path in .bool(path.contains("::")) },
            .method("Combine", "string parent", "string child", returns: "string") { _, arguments in
                let parent = arguments.string(0)
                return .string((parent.hasSuffix("/") ? parent : parent + "/") + arguments.string(1))
            },
        ])
}

@section("bulkhead_types") @used private let registration: TypeRegistrar = {
    $0.add("System.Management.Automation.PathIntrinsics") { PathIntrinsics.objectType }
}
