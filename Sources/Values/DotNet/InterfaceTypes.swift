/// The interfaces that scripts ask for with -is: types of no value's own, which others name among their interfaces.
enum InterfaceTypes {
    static let all: [(ObjectType, [String])] = [
        "System.Collections.IDictionary", "System.Collections.IEnumerable", "System.Collections.IList",
        "System.Collections.ICollection",
        "System.IComparable", "System.IDisposable", "System.IFormattable", "System.ICloneable",
    ].map { (ObjectType($0), []) }
}
