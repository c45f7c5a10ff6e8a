@_spi(Reflection) import Swift

/// The names of stored properties, from the metadata that the compiler writes for reflection: a parameter's name is its property's.
enum FieldName {
    /// The name of the stored property of a type that begins at an offset; that of an inner struct's where the property is one of a group.
    /// - Parameters:
    ///   - offset: in bytes, from the start of the outer value.
    ///   - type: the property's type, which tells an inner struct from its first property.
    /// - Returns: nil where there is no such property.
    static func find(at offset: Int, of type: Any.Type, in outer: Any.Type) -> String? {
        var found: String?
        var group: (type: Any.Type, offset: Int)?
        _ = _forEachField(of: outer) { name, place, field, _ in
            if place == offset, field == type {
                found = String(cString: name)
                return false
            }
            if place <= offset { group = (field, place) }
            return true
        }
        if let found { return found }
        guard let group, group.type != outer else { return nil }
        return find(at: offset - group.offset, of: type, in: group.type)
    }

    /// `path` as a parameter is written: `Path`.
    static func parameterName(_ property: String) -> String { property.prefix(1).uppercased() + property.dropFirst() }
}
