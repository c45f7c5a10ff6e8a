/// The interfaces that scripts ask for with -is: types of no value's own, which others name among their interfaces.
enum InterfaceTypes {
    static let all: [(ObjectType, [String])] = [
        "System.Collections.IDictionary", "System.Collections.IEnumerable", "System.Collections.IList",
        "System.Collections.ICollection",
        "System.Collections.IEnumerator", "System.Collections.IComparer", "System.Collections.IEqualityComparer",
        "System.IComparable", "System.IDisposable", "System.IFormattable", "System.IFormatProvider", "System.ICloneable",
        "System.IConvertible", "System.IAsyncResult",
    ].map { (ObjectType($0, isInterface: true), []) }
}
