import Values

/// The names that live in the scopes of one block of code, and the slot of each.
///
/// Made while the block is compiled and shared by all its runs: a local variable is then one indexed load. It grows when code that runs in
/// the same scope is compiled later (a dot-sourced block, the next line at the prompt) or when a cmdlet sets a variable by name.
public final class ScopeLayout {
    private var index: [FoldedName: Int] = [:]
    private(set) var names: [String] = []

    public init() {}

    var count: Int { names.count }

    func slot(_ name: String) -> Int? { slot(FoldedName(name)) }
    func slot(_ name: FoldedName) -> Int? { index[name] }

    func slotOrNew(_ name: String) -> Int {
        let key = FoldedName(name)
        if let slot = index[key] { return slot }
        index[key] = names.count
        names.append(name)
        return names.count - 1
    }
}

/// A name of a variable, function or alias: equal in any case.
struct FoldedName: Hashable {
    let text: String
    init(_ text: String) { self.text = text.lowercased() }
}
