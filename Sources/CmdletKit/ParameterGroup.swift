/// Parameters that several cmdlets share, declared once: a struct with the properties and their declarations.
///
/// ```
/// struct ItemPaths: ParameterGroup {
///     var path: [String] = []
///     static let parameters = [Parameter(\.path, position: 0, help: "…")]
/// }
/// // In a cmdlet:
/// private var items = ItemPaths()
/// static let declaration = CmdletDeclaration<Self>("Get-Item", parameters: .group(\.items) + [Parameter(\.force, help: "…")])
/// ```
public protocol ParameterGroup {
    /// The parameters of the group.
    static var parameters: [Parameter<Self>] { get }
}

extension Array {
    /// The parameters of a group as those of the cmdlet that has it.
    /// - Parameter path: the stored property that holds the group.
    public static func group<C, G: ParameterGroup>(_ path: any WritableKeyPath<C, G> & Sendable) -> [Parameter<C>]
    where Element == Parameter<C> {
        G.parameters.map { $0.embedded(path) }
    }

    /// The same of other declarations of the group's parameters: where they differ from cmdlet to cmdlet (position, whether one is mandatory).
    public static func group<C, G>(_ path: any WritableKeyPath<C, G> & Sendable, _ parameters: [Parameter<G>]) -> [Parameter<C>]
    where Element == Parameter<C> {
        parameters.map { $0.embedded(path) }
    }
}

extension Parameter {
    /// This parameter as one of a cmdlet that holds the group.
    func embedded<Outer>(_ path: any WritableKeyPath<Outer, C> & Sendable) -> Parameter<Outer> {
        Parameter<Outer>(
            info: info, offset: offset.flatMap { own in MemoryLayout<Outer>.offset(of: path).map { $0 + own } },
            assign: { [assign] outer, value in try assign(&outer[keyPath: path], value) },
            copy: { [copy] outer, other in copy(&outer[keyPath: path], other[keyPath: path]) })
    }
}
