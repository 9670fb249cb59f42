use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u128);

        impl $name {
            /// A new random id; ids are made at creation and never reused.
            pub fn random() -> $name {
                $name(random_128())
            }

            /// Reads the 32 hexadecimal characters that `Display` writes.
            pub fn parse(text: &str) -> Option<$name> {
                (text.len() == 32).then(|| u128::from_str_radix(text, 16).ok()).flatten().map($name)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({:08x})", stringify!($name), self.0 >> 96)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = String::deserialize(deserializer)?;
                $name::parse(&text).ok_or_else(|| serde::de::Error::custom("not an id"))
            }
        }
    };
}

id!(ShowId);
id!(BoardId);
id!(ElementId);
id!(CommitteeId);
id!(PlazaId);
id!(FactId);
id!(ShopId);
id!(NameId);
id!(MeetingId);

fn random_128() -> u128 {
    let mut bytes = [0; 16];
    // The system's random source answers on every platform we build for once the program runs at all.
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    u128::from_le_bytes(bytes)
}
