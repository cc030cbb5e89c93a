namespace Gateway.Edge.Perception.Plates;

/// <summary>What the characters of a number plate say about it; its colour says the rest.</summary>
internal enum PlateKind
{
    /// <summary>Seven characters: cars (blue), lorries and buses (yellow), some black ones.</summary>
    Standard,

    /// <summary>Eight characters, green: battery and hybrid vehicles.</summary>
    NewEnergy,

    /// <summary>Ends in 警, white.</summary>
    Police,

    /// <summary>Ends in 学, yellow: driving schools.</summary>
    Learner,

    /// <summary>Ends in 挂, yellow: trailers.</summary>
    Trailer,

    /// <summary>粤Z....港, black: vehicles from Hong Kong.</summary>
    HongKong,

    /// <summary>粤Z....澳, black: vehicles from Macau.</summary>
    Macau,

    /// <summary>With 使 or 领, black: embassies and consulates.</summary>
    Embassy,
}
