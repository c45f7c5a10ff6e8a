import Values

/// Members that several types of System.Threading share.
enum ThreadingTypes {
    /// A method that does nothing here.
    static func nothing(_ name: String) -> Member { .method(name, returns: "void") { _, _ in .nothing } }
}
