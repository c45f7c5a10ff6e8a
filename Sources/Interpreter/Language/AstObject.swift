import SourceText
import Syntax
import Values

/// A syntax tree's node as an object. It refers to its parent, and makes the objects of its children when they are asked for.
package final class AstObject: Object, EquatableObject {
    /// The node.
    package let node: AstNode
    let file: SourceFile
    let parent: AstObject?
    private let shape: AstShape
    private let astType: ObjectType

    /// Makes the object of a node.
    /// - Parameters:
    ///   - file: the text that the tree is of.
    ///   - parent: nil for the root.
    package init(_ node: AstNode, in file: SourceFile, below parent: AstObject?) {
        self.node = node
        self.file = file
        self.parent = parent
        shape = node.shape(in: file)
        astType = AstTypes.type(shape.type)
        super.init()
    }

    package override var type: ObjectType { astType }
    package override var stringForm: String? { file.text(of: node.span) }

    /// Objects are equal where they stand for one node, as each access makes a new object.
    package func equals(_ other: Value) -> Bool? {
        guard let other = other.asObject(AstObject.self) else { return false }
        return file === other.file && node.span == other.node.span && astType === other.astType
    }

    private func wrap(_ node: AstNode) -> Value { .object(AstObject(node, in: file, below: self)) }

    /// The value of a property of the node's class.
    func field(_ name: String) -> Value {
        switch shape.fields.first(where: { $0.name == name })?.field {
        case .node(let node): return node.map { wrap($0) } ?? .null
        case .nodes(let nodes): return .object(ListObject(nodes.map { wrap($0) }, type: AstTypes.collection))
        case .pairs(let pairs):
            return .object(
                ListObject(
                    pairs.map { first, second in
                        .object(CustomObject([("Item1", wrap(first)), ("Item2", wrap(second))], type: AstTypes.pair))
                    }, type: AstTypes.collection))
        case .value(let value): return value
        case nil: return .null
        }
    }

    /// The child nodes, in the order of the text.
    var children: [AstObject] {
        // A method's body and parameters are children of the function inside the method.
        let fields =
            shape.type == "FunctionMemberAst" ? shape.fields.filter { $0.name != "Body" && $0.name != "Parameters" } : shape.fields
        return fields.flatMap(\.field.children).enumerated()
            .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
            .map { AstObject($0.element, in: file, below: self) }
    }

    /// Visits this node and the nodes below it, parents before children.
    /// - Parameters:
    ///   - entersBlocks: whether script blocks and functions below this node are entered.
    ///   - visit: returns false to end the search.
    /// - Throws: what `visit` throws.
    package func search(entersBlocks: Bool, _ visit: (AstObject) throws -> Bool) rethrows {
        var waiting = [self]
        while let here = waiting.popLast() {
            guard try visit(here) else { return }
            let isBlock = here.shape.type == "ScriptBlockExpressionAst" || here.shape.type == "FunctionDefinitionAst"
            if entersBlocks || !isBlock || here === self { waiting += here.children.reversed() }
        }
    }

    /// The script block of the node: itself, or the body of a function definition; nil for other nodes.
    var scriptBlock: ScriptBlockSyntax? {
        switch node {
        case .scriptBlock(let syntax): syntax
        case .statement(.function(let function)): function.body
        default: nil
        }
    }
}
