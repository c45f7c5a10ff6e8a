/// Where a terminal's lines are kept, and come from again.
public protocol LineHistory: AnyObject {
    /// The entries that came since the last call, the oldest first, this program's own left out.
    func newEntries() -> [String]
    /// Keeps an entry; one that cannot be kept is dropped.
    func append(_ line: String)
}

extension HistoryFile: LineHistory {}

/// A history that keeps nothing: the user has no folder for one.
public final class NoHistory: LineHistory {
    /// Makes an empty history.
    public init() {}

    public func newEntries() -> [String] { [] }
    public func append(_ line: String) {}
}
