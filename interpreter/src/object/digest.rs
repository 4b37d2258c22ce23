//! Hashes that are being computed, for `hashlib`: bytes go in piece by piece, and what has gone in so far can be digested at any time.

use std::cell::RefCell;

use blake2b_simd as blake2b;
use blake2s_simd as blake2s;
use md5::Md5;
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use sha3::digest::{ExtendableOutput, FixedOutput, Update, XofReader};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use shake::{Shake128, Shake256};

use super::fuel;
use super::heap::{self, Header};
use super::native::Stop;

/// Bytes that are hashed between two looks at the fuel.
const BLOCK: usize = 1 << 13;

/// Bytes that are hashed for one unit of fuel.
const HASHED_BYTES: usize = 4;

/// What finishing a digest costs, in bytes that would be hashed instead.
const FINISHED_BYTES: usize = 64;

/// What the largest state takes, about.
const STATE_BYTES: usize = 416;

/// A hash that is being computed.
pub struct Digest {
    pub header: Header,
    hasher: RefCell<Box<dyn Hasher>>,
}

/// One of the algorithms, in the middle of its work.
trait Hasher {
    fn update(&mut self, data: &[u8]);

    /// The digest of what has gone in so far. `length` counts for those alone whose digests can have any.
    fn digest(&self, length: usize) -> Result<Vec<u8>, Stop>;

    fn copy(&self) -> Box<dyn Hasher>;
}

/// The parameters of BLAKE2, checked by whoever gives them.
pub struct Blake2<'a> {
    pub digest_size: u8,
    pub key: &'a [u8],
    pub salt: &'a [u8],
    pub person: &'a [u8],
    pub fanout: u8,
    pub depth: u8,
    pub leaf_size: u32,
    pub node_offset: u64,
    pub node_depth: u8,
    pub inner_size: u8,
    pub last_node: bool,
}

impl Digest {
    /// A new hash by the algorithm of this name.
    pub fn named(name: &str) -> Option<Digest> {
        let hasher: Box<dyn Hasher> = match name {
            "md5" => Box::new(Fixed(Md5::default())),
            "sha1" => Box::new(Fixed(Sha1::default())),
            "sha224" => Box::new(Fixed(Sha224::default())),
            "sha256" => Box::new(Fixed(Sha256::default())),
            "sha384" => Box::new(Fixed(Sha384::default())),
            "sha512" => Box::new(Fixed(Sha512::default())),
            "sha512_224" => Box::new(Fixed(Sha512_224::default())),
            "sha512_256" => Box::new(Fixed(Sha512_256::default())),
            "sha3_224" => Box::new(Fixed(Sha3_224::default())),
            "sha3_256" => Box::new(Fixed(Sha3_256::default())),
            "sha3_384" => Box::new(Fixed(Sha3_384::default())),
            "sha3_512" => Box::new(Fixed(Sha3_512::default())),
            "shake_128" => Box::new(Endless(Shake128::default())),
            "shake_256" => Box::new(Endless(Shake256::default())),
            _ => return None,
        };
        Some(Digest::new(hasher))
    }

    /// A new hash by BLAKE2b.
    pub fn blake2b(given: &Blake2) -> Digest {
        let mut params = blake2b::Params::new();
        params.hash_length(given.digest_size.into()).key(given.key).salt(given.salt).personal(given.person);
        params.fanout(given.fanout).max_depth(given.depth).max_leaf_length(given.leaf_size).node_offset(given.node_offset);
        params.node_depth(given.node_depth).inner_hash_length(given.inner_size.into()).last_node(given.last_node);
        Digest::new(Box::new(params.to_state()))
    }

    /// A new hash by BLAKE2s.
    pub fn blake2s(given: &Blake2) -> Digest {
        let mut params = blake2s::Params::new();
        params.hash_length(given.digest_size.into()).key(given.key).salt(given.salt).personal(given.person);
        params.fanout(given.fanout).max_depth(given.depth).max_leaf_length(given.leaf_size).node_offset(given.node_offset);
        params.node_depth(given.node_depth).inner_hash_length(given.inner_size.into()).last_node(given.last_node);
        Digest::new(Box::new(params.to_state()))
    }

    fn new(hasher: Box<dyn Hasher>) -> Digest {
        Digest { header: Header::new(heap::object_bytes::<Digest>() + heap::block(STATE_BYTES)), hasher: RefCell::new(hasher) }
    }

    /// Takes in more bytes.
    pub fn update(&self, data: &[u8]) -> Result<(), Stop> {
        let mut hasher = self.hasher.borrow_mut();
        for block in data.chunks(BLOCK) {
            burn(block.len())?;
            hasher.update(block);
        }
        Ok(())
    }

    /// The digest so far. Errors: of those with digests of any length, the fuel for a long one.
    pub fn digest(&self, length: usize) -> Result<Vec<u8>, Stop> {
        burn(FINISHED_BYTES)?;
        self.hasher.borrow().digest(length)
    }

    pub fn copy(&self) -> Digest {
        Digest::new(self.hasher.borrow().copy())
    }
}

fn burn(bytes: usize) -> Result<(), Stop> {
    fuel::burn((bytes / HASHED_BYTES) as u64)
}

/// An algorithm whose digests have one length.
struct Fixed<D>(D);

impl<D: Update + FixedOutput + Clone + 'static> Hasher for Fixed<D> {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn digest(&self, _: usize) -> Result<Vec<u8>, Stop> {
        Ok(self.0.clone().finalize_fixed().to_vec())
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(Fixed(self.0.clone()))
    }
}

/// An algorithm whose digests can have any length.
struct Endless<D>(D);

impl<D: Update + ExtendableOutput + Clone + 'static> Hasher for Endless<D> {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn digest(&self, length: usize) -> Result<Vec<u8>, Stop> {
        let mut reader = self.0.clone().finalize_xof();
        let mut digest = vec![0; length];
        for block in digest.chunks_mut(BLOCK) {
            burn(block.len())?;
            reader.read(block);
        }
        Ok(digest)
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(Endless(self.0.clone()))
    }
}

impl Hasher for blake2b::State {
    fn update(&mut self, data: &[u8]) {
        blake2b::State::update(self, data);
    }

    fn digest(&self, _: usize) -> Result<Vec<u8>, Stop> {
        Ok(self.finalize().as_bytes().to_vec())
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }
}

impl Hasher for blake2s::State {
    fn update(&mut self, data: &[u8]) {
        blake2s::State::update(self, data);
    }

    fn digest(&self, _: usize) -> Result<Vec<u8>, Stop> {
        Ok(self.finalize().as_bytes().to_vec())
    }

    fn copy(&self) -> Box<dyn Hasher> {
        Box::new(self.clone())
    }
}
