import ContainerModel
// What the API of `Containers` shows is declared in the targets below it; a user of the library imports this one module.
//
// Swift 6.3 has no other way to hand another module on: `public import` lets a signature name its types and makes each client import it.
@_exported import ContainerModel
@_exported import ContainerRuntime
