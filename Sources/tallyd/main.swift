import LookupService

await ServiceCommand.start()
