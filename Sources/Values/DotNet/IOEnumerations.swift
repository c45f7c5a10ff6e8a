/// The enumerations that files and streams are opened with.
enum IOEnumerations {
    static let all: [(ObjectType, [String])] = [
        numbered("System.IO.FileMode", ["CreateNew", "Create", "Open", "OpenOrCreate", "Truncate", "Append"], from: 1),
        flags("System.IO.FileAccess", [("Read", 1), ("Write", 2), ("ReadWrite", 3)]),
        flags(
            "System.IO.FileShare", [("None", 0), ("Read", 1), ("Write", 2), ("ReadWrite", 3), ("Delete", 4), ("Inheritable", 16)]),
        numbered("System.IO.SeekOrigin", ["Begin", "Current", "End"], from: 0),
        numbered("System.UriKind", ["RelativeOrAbsolute", "Absolute", "Relative"], from: 0),
    ].map { ($0, []) }

    private static func numbered(_ name: String, _ cases: [String], from first: Int64) -> ObjectType {
        .enumeration(name, Enumeration(cases.enumerated().map { ($0.element, Int64($0.offset) + first) }, isFlags: false))
    }

    private static func flags(_ name: String, _ cases: [(String, Int64)]) -> ObjectType {
        .enumeration(name, Enumeration(cases, isFlags: true))
    }
}
