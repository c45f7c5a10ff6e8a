import CmdletKit
import Values

extension Engine {
    /// Takes a module and those nested in it out of the session, after their OnRemove blocks ran.
    public func removeModule(_ module: ModuleInfo, in frame: Frame) throws {
        guard module.session != nil || builtinModule(module.name) == nil else {
            // Its cmdlets stay: a command that is used loads its module again.
            removedBuiltins.insert(FoldedName(module.name))
            return
        }
        for part in Self.family(of: module) {
            if let block = part.onRemove.asObject(ScriptBlock.self) {
                // Once: the block may remove its module again.
                part.onRemove = .null
                _ = try invoke(block, in: frame)
            }
            modules.removeAll { $0 === part }
            ModuleExporter.remove(part, from: global)
            let asking = frame.scope.session.root
            if asking !== global { ModuleExporter.remove(part, from: asking) }
        }
    }

    /// A module and all that are nested in it, once each: a module may hold itself.
    private static func family(of module: ModuleInfo) -> [ModuleInfo] {
        var family: [ModuleInfo] = []
        var waiting = [module]
        while let next = waiting.popLast() {
            guard !family.contains(where: { $0 === next }) else { continue }
            family.append(next)
            waiting += next.nestedModules
        }
        return family
    }

    /// A loaded module that needs this one; nil where none does.
    public func dependent(on module: ModuleInfo) -> ModuleInfo? {
        modules.first { other in other !== module && other.requiredModules.contains { $0 === module } }
    }
}
