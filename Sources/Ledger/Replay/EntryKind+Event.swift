extension EntryKind {
  /// What the payloads of entries of this kind are; a new kind can't do without.
  var event: any LedgerEvent.Type {
    switch self {
    case .settingChanged: SettingChange.self
    case .locationCreated: LocationCreation.self
    case .locationEdited: LocationEdit.self
    case .locationClosed: LocationClosing.self
    case .locationReopened: LocationReopening.self
    case .assetCreated: AssetCreation.self
    case .assetEdited: AssetEdit.self
    case .assetMoved: AssetMove.self
    case .assetStatusChanged: AssetStatusChange.self
    case .assetAssigned: AssetAssignment.self
    case .assetReturned: AssetReturn.self
    case .assetTransferred: AssetTransfer.self
    case .assetVerified: AssetVerification.self
    case .fieldDefined: FieldDefinition.self
    case .labelIssued: LabelIssuance.self
    case .labelVerified: LabelVerification.self
    case .labelPrinted: LabelPrinting.self
    case .labelAttached: LabelAttachment.self
    case .labelVoided: LabelVoiding.self
    case .labelRetired: LabelRetirement.self
    case .labelReplaced: LabelReplacement.self
    case .partCreated: PartCreation.self
    case .partEdited: PartEdit.self
    case .stockAdjusted: StockAdjustment.self
    case .stocktakeOpened: StocktakeOpening.self
    case .stocktakeClosed: StocktakeClosure.self
    case .scanRecorded: ScanRecording.self
    }
  }
}
