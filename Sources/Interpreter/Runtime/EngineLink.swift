/// A reference from an object of scripts to its engine that does not keep the engine alive.
///
/// Not `weak`: one weak reference gives the engine a side table, after which every retain of it takes the slow path; that cost a
/// sixth of a pipeline's time. The link is used on the engine's thread only, as all objects of a session are.
public final class EngineLink: @unchecked Sendable {
    // Unchecked: object types are Sendable and some hold a link, but they are used on the thread of their session only.
    /// The engine; nil once the session has ended.
    public package(set) unowned(unsafe) var engine: Engine?

    init() {}
}
