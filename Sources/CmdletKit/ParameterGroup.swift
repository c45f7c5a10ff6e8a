import Values

/// Parameters that several cmdlets share, declared once: a struct with the properties and their declarations.
///
/// ```
/// struct ItemPaths: ParameterGroup {
///     var path: [String] = []
///     static let parameters = [Parameter(\.path, position: 0, help: "…")]
/// }
/// // In a cmdlet:
/// private var items = ItemPaths()
/// static let declaration = CmdletDeclaration<Self>("Get-Item", parameters: .of(.group(\.items), [Parameter(\.force, help: "…")]))
/// ```
public protocol ParameterGroup {
    /// The parameters of the group.
    static var parameters: [Parameter<Self>] { get }
}

extension Array {
    /// The parameters of several groups and of the cmdlet itself, in the order of the arguments. `+` would join them as well, but
    /// there the compiler answers a mistake in one parameter by giving up on the whole expression, without naming the mistake.
    public static func of<C>(_ parts: [Parameter<C>]...) -> [Parameter<C>] where Element == Parameter<C> { parts.flatMap(\.self) }

    /// The parameters of a group as those of the cmdlet that has it.
    /// - Parameter path: the stored property that holds the group.
    public static func group<C, G: ParameterGroup>(_ path: any WritableKeyPath<C, G> & Sendable) -> [Parameter<C>]
    where Element == Parameter<C> {
        G.parameters.map { $0.embedded(path) }
    }

    /// The same of other declarations of the group's parameters: where they differ from cmdlet to cmdlet (position, whether one is
    /// mandatory). A group whose cmdlets have no declarations in common need not be a `ParameterGroup`.
    public static func group<C, G>(_ path: any WritableKeyPath<C, G> & Sendable, _ parameters: [Parameter<G>]) -> [Parameter<C>]
    where Element == Parameter<C> {
        parameters.map { $0.embedded(path) }
    }

    /// The same of single declarations.
    public static func group<C, G>(
        _ path: any WritableKeyPath<C, G> & Sendable, _ first: Parameter<G>, _ others: Parameter<G>...
    ) -> [Parameter<C>] where Element == Parameter<C> {
        .group(path, [first] + others)
    }
}

extension Parameter {
    /// This parameter as one of a cmdlet that holds the group.
    func embedded<Outer>(_ path: any WritableKeyPath<Outer, C> & Sendable) -> Parameter<Outer> {
        let start = MemoryLayout<Outer>.offset(of: path)
        let assign: @Sendable (inout Outer, Value) throws -> Void
        // Through the offset, as a parameter without a group: see `Parameter.init`.
        if let start {
            assign = { [assign = self.assign] outer, value in
                try withUnsafeMutablePointer(to: &outer) {
                    let group = UnsafeMutableRawPointer($0).advanced(by: start).assumingMemoryBound(to: C.self)
                    try assign(&group.pointee, value)
                }
            }
        } else {
            assign = { [assign = self.assign] outer, value in try assign(&outer[keyPath: path], value) }
        }
        return Parameter<Outer>(
            info: info, offset: offset.flatMap { own in start.map { $0 + own } }, assign: assign,
            copy: { [copy] outer, other in copy(&outer[keyPath: path], other[keyPath: path]) })
    }
}
