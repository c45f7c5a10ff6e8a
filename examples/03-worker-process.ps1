# Each running Hyper-V container has one worker process, and each running container system of the host is a compute process.
$containers = 'TST', 'TST2' | ForEach-Object { New-Container -Name $_ -ContainerImageName NanoServer -RuntimeType HyperV }
$containers | Start-Container
Get-Container | Select-Object Name, RuntimeType, ContainerID | Where-Object { $_.RuntimeType -eq 'Hyperv' }
Get-ComputeProcess
Get-Process | Where-Object { $_.ProcessName -eq 'vmwp' } | Select-Object Id, ProcessName, UserName
$containers | Remove-Container -Force
