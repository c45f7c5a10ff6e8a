# Creating a container of each kind: the only difference is -RuntimeType.
$shared = New-Container -Name WINCONT -ContainerImageName WindowsServerCore -SwitchName 'Virtual Switch'
$isolated = New-Container -Name HYPVCON -ContainerImageName NanoServer -SwitchName 'Virtual Switch' -RuntimeType HyperV
$shared, $isolated | Select-Object Name, RuntimeType, ParentImageName
$shared, $isolated | Remove-Container -Force
