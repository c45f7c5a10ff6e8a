import Containers
import Values

/// Enumeration values by the names that the engine's own enumerations have.
enum EnumNames {
    static func value(_ type: ObjectType, _ name: String) -> Value {
        .object(EnumObject(type, rawValue: type.enumeration?.rawValue(of: name) ?? 0))
    }
}
