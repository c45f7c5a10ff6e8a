import Values

/// The variable names of the scopes of one block of code, with a slot for each.
///
/// Made while the block is compiled and shared by all its runs, so that reading a local variable is one indexed load. It grows when
/// code that runs in the same scope is compiled later (a dot-sourced block, the next line at the prompt) or when a cmdlet sets a
/// variable by name.
public final class ScopeLayout {
    private var index: [FoldedName: Int] = [:]
    private(set) var names: [String] = []

    /// Makes a layout without names.
    public init() {}

    var count: Int { names.count }

    func slot(_ name: String) -> Int? { slot(FoldedName(name)) }
    func slot(_ name: FoldedName) -> Int? { index[name] }

    /// The slot of a name, added to the layout where it has none yet.
    func slotOrNew(_ name: String) -> Int {
        let key = FoldedName(name)
        if let slot = index[key] { return slot }
        index[key] = names.count
        names.append(name)
        return names.count - 1
    }
}

/// The name of a variable, function or alias, compared without case.
package struct FoldedName: Hashable {
    let text: String
    /// Folds a name.
    package init(_ text: String) { self.text = text.lowercased() }
}
