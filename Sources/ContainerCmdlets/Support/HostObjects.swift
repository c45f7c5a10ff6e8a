import Containers
import Values

/// Images, switches, hosts and compute processes as objects of the language.
enum HostObjects {
    static func property<T>(_ name: String, _ type: String, of _: T.Type, _ read: @escaping @Sendable (T) -> Value)
        -> Member
    {
        .property(name, type) { value in value.asObject(NativeObject<T>.self).map { read($0.value) } ?? .null }
    }
}
