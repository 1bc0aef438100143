; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 212ee113e24d575b57f447b1ce17f46c
; entry abstract_kernels.motes.0(float32:3:C, float64:2:C, int64, int64, float64, float64, float64, float64, float64, float64, float64) -> none
define void @abstract_kernels.motes.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load ptr, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 104
  %16 = load i64, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load double, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 120
  %20 = load double, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 128
  %22 = load double, ptr %21, align 8
  %23 = getelementptr i8, ptr %0, i64 160
  %24 = load double, ptr %23, align 8
  %25 = tail call i64 @llvm.smin.i64(i64 %6, i64 %4)
  %26 = sitofp i64 %25 to double
  %27 = icmp slt i64 %16, 1
  br i1 %27, label %410, label %28
28:
  %29 = getelementptr i8, ptr %0, i64 96
  %30 = load i64, ptr %29, align 8
  %31 = mul i64 %30, 2246822519
  %32 = add i64 %31, 668265263
  %33 = sitofp i64 %6 to double
  %34 = fdiv double %33, %26
  %35 = fadd double %34, 4.000000e-01
  %36 = sitofp i64 %4 to double
  %37 = fdiv double %36, %26
  %38 = fadd double %37, 4.000000e-01
  %39 = add i64 %31, 2004795789
  %40 = add i64 %31, 1336530526
  %41 = add i64 %31, 3341326315
  %42 = fmul double %18, 1.200000e-02
  %43 = add i64 %31, 382889545
  %44 = fmul double %18, 2.200000e-02
  %45 = add i64 %31, 4009591578
  %46 = add i64 %31, 2673061052
  %47 = add i64 %31, 1051154808
  %48 = add i64 %31, 1719420071
  %49 = add i64 %31, 2387685334
  %50 = mul i64 %8, %6
  br label %82
51:
  %52 = icmp eq i64 %119, %16
  br i1 %52, label %410, label %82
53:
  %54 = icmp sgt i64 %362, 1
  br i1 %54, label %360, label %51
55:
  %56 = fmul double %280, %408
  %57 = fmul double %408, %56
  %58 = fmul double %408, 2.000000e+00
  %59 = fsub double 3.000000e+00, %58
  %60 = fmul double %57, %59
  %61 = fmul double %318, %60
  %62 = fmul double %325, %60
  %63 = fmul double %332, %60
  %64 = icmp slt i64 %376, 0
  %65 = select i1 %64, i64 %6, i64 0
  %66 = add i64 %65, %376
  %67 = mul i64 %66, %8
  %68 = getelementptr float, ptr %373, i64 %67
  %69 = load float, ptr %68, align 4
  %70 = fptrunc double %61 to float
  %71 = fadd float %69, %70
  store float %71, ptr %68, align 4
  %72 = getelementptr i8, ptr %68, i64 4
  %73 = load float, ptr %72, align 4
  %74 = fptrunc double %62 to float
  %75 = fadd float %73, %74
  store float %75, ptr %72, align 4
  %76 = getelementptr i8, ptr %68, i64 8
  %77 = load float, ptr %76, align 4
  %78 = fptrunc double %63 to float
  %79 = fadd float %77, %78
  store float %79, ptr %76, align 4
  br label %80
80:
  %81 = icmp sgt i64 %375, 1
  br i1 %81, label %374, label %53
82:
  %83 = phi i64 [ 0, %28 ], [ %119, %51 ]
  %84 = mul i64 %83, 374761393
  %85 = add i64 %32, %84
  %86 = lshr i64 %85, 15
  %87 = and i64 %86, 131071
  %88 = xor i64 %87, %85
  %89 = mul i64 %88, 2246822519
  %90 = lshr i64 %89, 13
  %91 = and i64 %90, 524287
  %92 = xor i64 %91, %89
  %93 = mul i64 %92, 3266489917
  %94 = and i64 %93, 4294967295
  %95 = lshr i64 %94, 16
  %96 = xor i64 %95, %94
  %97 = uitofp i64 %96 to double
  %98 = fmul double %97, 0x3DF0000000000000
  %99 = fadd double %98, -4.500000e-01
  %100 = tail call double @llvm.fabs.f64(double %99)
  %101 = fmul double %100, 1.400000e-02
  %102 = fmul double %100, %101
  %103 = fmul double %102, 3.000000e+00
  %104 = fadd double %103, 1.200000e-03
  %105 = fmul double %104, %26
  %106 = fcmp olt double %105, 7.500000e-01
  %107 = select i1 %106, double 7.500000e-01, double %105
  %108 = fmul double %107, 9.000000e+02
  %109 = fdiv double %108, %26
  br label %110
110:
  %111 = phi double [ 1.000000e+00, %82 ], [ %116, %110 ]
  %112 = phi double [ %109, %82 ], [ %117, %110 ]
  %113 = phi i1 [ false, %82 ], [ true, %110 ]
  %114 = phi i1 [ true, %82 ], [ false, %110 ]
  %115 = fmul double %111, %112
  %116 = select i1 %114, double %111, double %115
  %117 = fmul double %112, %112
  br i1 %113, label %118, label %110
118:
  %119 = add nuw nsw i64 %83, 1
  %120 = fmul double %98, 9.000000e-01
  %121 = fmul double %98, %120
  %122 = fadd double %121, 2.500000e-01
  %123 = add i64 %39, %84
  %124 = lshr i64 %123, 15
  %125 = and i64 %124, 131071
  %126 = xor i64 %125, %123
  %127 = mul i64 %126, 2246822519
  %128 = lshr i64 %127, 13
  %129 = and i64 %128, 524287
  %130 = xor i64 %129, %127
  %131 = mul i64 %130, 3266489917
  %132 = and i64 %131, 4294967295
  %133 = lshr i64 %132, 16
  %134 = xor i64 %133, %132
  %135 = uitofp i64 %134 to double
  %136 = fmul double %135, 0x3DF0000000000000
  %137 = add i64 %40, %84
  %138 = lshr i64 %137, 15
  %139 = and i64 %138, 131071
  %140 = xor i64 %139, %137
  %141 = mul i64 %140, 2246822519
  %142 = lshr i64 %141, 13
  %143 = and i64 %142, 524287
  %144 = xor i64 %143, %141
  %145 = mul i64 %144, 3266489917
  %146 = and i64 %145, 4294967295
  %147 = lshr i64 %146, 16
  %148 = xor i64 %147, %146
  %149 = uitofp i64 %148 to double
  %150 = fmul double %149, 0x3DF0000000000000
  %151 = fmul double %150, 5.000000e-01
  %152 = fadd double %151, 3.000000e-01
  %153 = fmul double %136, 6.280000e+00
  %154 = fmul double %18, %152
  %155 = fadd double %153, %154
  %156 = tail call double @llvm.sin.f64(double %155)
  %157 = fmul double %156, 2.000000e-02
  %158 = add i64 %41, %84
  %159 = lshr i64 %158, 15
  %160 = and i64 %159, 131071
  %161 = xor i64 %160, %158
  %162 = mul i64 %161, 2246822519
  %163 = lshr i64 %162, 13
  %164 = and i64 %163, 524287
  %165 = xor i64 %164, %162
  %166 = mul i64 %165, 3266489917
  %167 = and i64 %166, 4294967295
  %168 = lshr i64 %167, 16
  %169 = xor i64 %168, %167
  %170 = uitofp i64 %169 to double
  %171 = fmul double %170, 0x3DF0000000000000
  %172 = fadd double %171, -5.000000e-01
  %173 = fmul double %42, %172
  %174 = add i64 %43, %84
  %175 = lshr i64 %174, 15
  %176 = and i64 %175, 131071
  %177 = xor i64 %176, %174
  %178 = mul i64 %177, 2246822519
  %179 = lshr i64 %178, 13
  %180 = and i64 %179, 524287
  %181 = xor i64 %180, %178
  %182 = mul i64 %181, 3266489917
  %183 = and i64 %182, 4294967295
  %184 = lshr i64 %183, 16
  %185 = xor i64 %184, %183
  %186 = uitofp i64 %185 to double
  %187 = fmul double %186, 0x3DF0000000000000
  %188 = fadd double %187, 3.000000e-01
  %189 = fmul double %44, %188
  %190 = add i64 %45, %84
  %191 = lshr i64 %190, 15
  %192 = and i64 %191, 131071
  %193 = xor i64 %192, %190
  %194 = mul i64 %193, 2246822519
  %195 = lshr i64 %194, 13
  %196 = and i64 %195, 524287
  %197 = xor i64 %196, %194
  %198 = mul i64 %197, 3266489917
  %199 = and i64 %198, 4294967295
  %200 = lshr i64 %199, 16
  %201 = xor i64 %200, %199
  %202 = uitofp i64 %201 to double
  %203 = fmul double %202, 0x3DF0000000000000
  %204 = add i64 %46, %84
  %205 = lshr i64 %204, 15
  %206 = and i64 %205, 131071
  %207 = xor i64 %206, %204
  %208 = mul i64 %207, 2246822519
  %209 = lshr i64 %208, 13
  %210 = and i64 %209, 524287
  %211 = xor i64 %210, %208
  %212 = mul i64 %211, 3266489917
  %213 = and i64 %212, 4294967295
  %214 = lshr i64 %213, 16
  %215 = xor i64 %214, %213
  %216 = uitofp i64 %215 to double
  %217 = fmul double %216, 0x3DF0000000000000
  %218 = fmul double %35, %217
  %219 = fmul double %20, %122
  %220 = fmul double %219, 9.000000e-01
  %221 = fsub double %218, %220
  %222 = fadd double %173, %221
  %223 = fmul double %38, %203
  %224 = fmul double %22, %122
  %225 = fmul double %224, 9.000000e-01
  %226 = fsub double %223, %225
  %227 = fsub double %226, %189
  %228 = fdiv double %222, %35
  %229 = tail call double @llvm.floor.f64(double %228)
  %230 = fsub double %228, %229
  %231 = fmul double %35, %230
  %232 = fadd double %231, -2.000000e-01
  %233 = fadd double %157, %232
  %234 = fdiv double %227, %38
  %235 = tail call double @llvm.floor.f64(double %234)
  %236 = fsub double %234, %235
  %237 = fmul double %38, %236
  %238 = fadd double %237, -2.000000e-01
  %239 = add i64 %47, %84
  %240 = lshr i64 %239, 15
  %241 = and i64 %240, 131071
  %242 = xor i64 %241, %239
  %243 = mul i64 %242, 2246822519
  %244 = lshr i64 %243, 13
  %245 = and i64 %244, 524287
  %246 = xor i64 %245, %243
  %247 = mul i64 %246, 3266489917
  %248 = and i64 %247, 4294967295
  %249 = lshr i64 %248, 16
  %250 = xor i64 %249, %248
  %251 = uitofp i64 %250 to double
  %252 = fmul double %251, 0x3DF0000000000000
  %253 = fmul double %252, 1.300000e+00
  %254 = fadd double %253, 6.000000e-01
  %255 = fmul double %18, %254
  %256 = add i64 %48, %84
  %257 = lshr i64 %256, 15
  %258 = and i64 %257, 131071
  %259 = xor i64 %258, %256
  %260 = mul i64 %259, 2246822519
  %261 = lshr i64 %260, 13
  %262 = and i64 %261, 524287
  %263 = xor i64 %262, %260
  %264 = mul i64 %263, 3266489917
  %265 = and i64 %264, 4294967295
  %266 = lshr i64 %265, 16
  %267 = xor i64 %266, %265
  %268 = uitofp i64 %267 to double
  %269 = fmul double %268, 0x3DF0000000000000
  %270 = fmul double %269, 6.280000e+00
  %271 = fadd double %270, %255
  %272 = tail call double @llvm.sin.f64(double %271)
  %273 = fmul double %272, 4.500000e-01
  %274 = fadd double %273, 5.500000e-01
  %275 = fmul double %24, %274
  %276 = fmul double %116, 8.000000e-02
  %277 = fadd double %276, 1.000000e+00
  %278 = fdiv double 5.000000e-01, %277
  %279 = fadd double %278, 3.500000e-02
  %280 = fmul double %275, %279
  %281 = add i64 %49, %84
  %282 = lshr i64 %281, 15
  %283 = and i64 %282, 131071
  %284 = xor i64 %283, %281
  %285 = mul i64 %284, 2246822519
  %286 = lshr i64 %285, 13
  %287 = and i64 %286, 524287
  %288 = xor i64 %287, %285
  %289 = mul i64 %288, 3266489917
  %290 = and i64 %289, 4294967295
  %291 = lshr i64 %290, 16
  %292 = xor i64 %291, %290
  %293 = uitofp i64 %292 to double
  %294 = fmul double %293, 0x3DF0000000000000
  %295 = fmul double %294, 4.500000e-01
  %296 = fadd double %295, 5.500000e-01
  %297 = fcmp ogt double %296, 1.000000e+00
  %298 = select i1 %297, double 1.000000e+00, double %296
  %299 = fmul double %298, 2.549990e+02
  %300 = fptosi double %299 to i64
  %301 = sitofp i64 %300 to double
  %302 = fsub double %299, %301
  %303 = icmp slt i64 %300, 0
  %304 = select i1 %303, i64 %12, i64 0
  %305 = add i64 %304, %300
  %306 = mul i64 %305, %14
  %307 = getelementptr double, ptr %10, i64 %306
  %308 = load double, ptr %307, align 8
  %309 = add nsw i64 %300, 1
  %310 = icmp slt i64 %300, -1
  %311 = select i1 %310, i64 %12, i64 0
  %312 = add i64 %309, %311
  %313 = mul i64 %312, %14
  %314 = getelementptr double, ptr %10, i64 %313
  %315 = load double, ptr %314, align 8
  %316 = fsub double %315, %308
  %317 = fmul double %302, %316
  %318 = fadd double %308, %317
  %319 = getelementptr i8, ptr %307, i64 8
  %320 = load double, ptr %319, align 8
  %321 = getelementptr i8, ptr %314, i64 8
  %322 = load double, ptr %321, align 8
  %323 = fsub double %322, %320
  %324 = fmul double %302, %323
  %325 = fadd double %320, %324
  %326 = getelementptr i8, ptr %307, i64 16
  %327 = load double, ptr %326, align 8
  %328 = getelementptr i8, ptr %314, i64 16
  %329 = load double, ptr %328, align 8
  %330 = fsub double %329, %327
  %331 = fmul double %302, %330
  %332 = fadd double %327, %331
  %333 = fmul double %233, %26
  %334 = fmul double %238, %26
  %335 = fsub double %334, %107
  %336 = fadd double %335, -2.000000e+00
  %337 = fptosi double %336 to i64
  %338 = tail call i64 @llvm.smax.i64(i64 %337, i64 0)
  %339 = fadd double %107, %334
  %340 = fadd double %339, 3.000000e+00
  %341 = fptosi double %340 to i64
  %342 = tail call i64 @llvm.smin.i64(i64 %4, i64 %341)
  %343 = sub i64 %342, %338
  %344 = icmp slt i64 %343, 1
  br i1 %344, label %51, label %345
345:
  %346 = fsub double %333, %107
  %347 = fadd double %346, -2.000000e+00
  %348 = fptosi double %347 to i64
  %349 = tail call i64 @llvm.smax.i64(i64 %348, i64 0)
  %350 = fadd double %107, %333
  %351 = fadd double %350, 3.000000e+00
  %352 = fptosi double %351 to i64
  %353 = tail call i64 @llvm.smin.i64(i64 %6, i64 %352)
  %354 = sub i64 %353, %349
  %355 = tail call i64 @llvm.smax.i64(i64 %354, i64 0)
  %356 = icmp slt i64 %354, 1
  %357 = fmul double %107, 3.500000e-01
  %358 = fcmp olt double %357, 1.000000e+00
  %359 = select i1 %358, double 1.000000e+00, double %357
  br label %360
360:
  %361 = phi i64 [ %338, %345 ], [ %364, %53 ]
  %362 = phi i64 [ %343, %345 ], [ %363, %53 ]
  %363 = add nsw i64 %362, -1
  %364 = add nuw i64 %361, 1
  br i1 %356, label %53, label %365
365:
  %366 = sitofp i64 %361 to double
  %367 = fadd double %366, 5.000000e-01
  %368 = fsub double %367, %334
  %369 = icmp slt i64 %361, 0
  %370 = select i1 %369, i64 %4, i64 0
  %371 = add i64 %370, %361
  %372 = mul i64 %50, %371
  %373 = getelementptr float, ptr %2, i64 %372
  br label %374
374:
  %375 = phi i64 [ %355, %365 ], [ %398, %80 ]
  %376 = phi i64 [ %349, %365 ], [ %399, %80 ]
  br label %377
377:
  %378 = phi double [ 1.000000e+00, %374 ], [ %383, %377 ]
  %379 = phi double [ %368, %374 ], [ %384, %377 ]
  %380 = phi i1 [ false, %374 ], [ true, %377 ]
  %381 = phi i1 [ true, %374 ], [ false, %377 ]
  %382 = fmul double %378, %379
  %383 = select i1 %381, double %378, double %382
  %384 = fmul double %379, %379
  br i1 %380, label %385, label %377
385:
  %386 = sitofp i64 %376 to double
  %387 = fadd double %386, 5.000000e-01
  %388 = fsub double %387, %333
  br label %389
389:
  %390 = phi double [ 1.000000e+00, %385 ], [ %395, %389 ]
  %391 = phi double [ %388, %385 ], [ %396, %389 ]
  %392 = phi i1 [ false, %385 ], [ true, %389 ]
  %393 = phi i1 [ true, %385 ], [ false, %389 ]
  %394 = fmul double %390, %391
  %395 = select i1 %393, double %390, double %394
  %396 = fmul double %391, %391
  br i1 %392, label %397, label %389
397:
  %398 = add nsw i64 %375, -1
  %399 = add nuw i64 %376, 1
  %400 = fadd double %383, %395
  %401 = tail call double @sqrt(double %400)
  %402 = fsub double %107, %401
  %403 = fdiv double %402, %359
  %404 = fadd double %403, 5.000000e-01
  %405 = fcmp olt double %404, 0.000000e+00
  %406 = select i1 %405, double 0.000000e+00, double %404
  %407 = fcmp ogt double %406, 1.000000e+00
  %408 = select i1 %407, double 1.000000e+00, double %406
  %409 = fcmp ogt double %408, 0.000000e+00
  br i1 %409, label %55, label %80
410:
  ret void
}
declare double @llvm.sin.f64(double)
declare double @llvm.floor.f64(double)
declare double @llvm.fabs.f64(double)
declare double @sqrt(double) nounwind willreturn memory(none)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
