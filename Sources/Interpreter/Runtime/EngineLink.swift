/// How an object that scripts hold refers to its engine without keeping it alive.
///
/// Not `weak`: one weak reference gives the engine a side table, and then every retain of it takes the slow way; that was a sixth of the time
/// of a pipeline. The link belongs to the engine's thread, as all objects of a session do.
public final class EngineLink: @unchecked Sendable {
    // Unchecked: types are Sendable, and those that ask the engine belong to its session and thread.
    /// The engine; nil once the session has ended.
    public package(set) unowned(unsafe) var engine: Engine?

    init() {}
}
