namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>
/// The classes that plates are read in: 0 is the blank of CTC ("no character here"), then every character that any form of plate may hold.
/// The order is that of the plate head's outputs: changing it means training the head again.
/// </summary>
internal static class PlateAlphabet
{
    /// <summary>The class that means no character.</summary>
    public const int Blank = 0;

    /// <summary>The characters of classes 1 and up.</summary>
    public const string Characters = PlateGrammar.Provinces + PlateGrammar.Serial + "O" + "警学挂港澳使领";

    /// <summary>Provinces; theirs are the classes from 1 on.</summary>
    public const int Provinces = 31;

    /// <summary>Classes, the blank included; those behind the O are the Chinese characters that are no provinces.</summary>
    public const int Count = 1 + Provinces + 34 + 1 + 7;

    /// <summary>The class of a character.</summary>
    /// <exception cref="ArgumentException">No plate holds it.</exception>
    public static int ClassOf(char character) => Characters.IndexOf(character, StringComparison.Ordinal) is var index and >= 0
        ? index + 1
        : throw new ArgumentException($"No plate holds '{character}'.", nameof(character));

    /// <summary>The character of a class above 0.</summary>
    public static char CharacterOf(int @class) => Characters[@class - 1];
}
